using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    /// <summary>A position or measure in bytes, null where the field means none.</summary>
    private static void EmitInBytes(SourceWriter writer, FieldModel field)
    {
        var (name, identifier) = (field.Property.Name, field.Property.Identifier);
        var (none, type) = field.NullValue is null
            ? (string.Empty, "ulong")
            : ($"{identifier} == {name}Null ? null : ", "ulong?");
        var (parameter, unit) = field.Unit == "Blocks"
            ? ("(int blockSize)", "blockSize")
            : (string.Empty, $"global::FormatKit.Unit.{field.Unit}");
        var blocks = field.Unit == "Blocks"
            ? "/// <param name=\"blockSize\">The bytes of a block.</param>\n"
            : string.Empty;
        var words = field.NullValue is null ? "in bytes" : "in bytes, or null where it means none";
        var method = $"{field.Property.Access}readonly {type} {name}Bytes{parameter}";
        writer.Lines($"""

            /// <summary><see cref="{identifier}"/> {words}.</summary>
            {blocks}/// <exception cref="global::System.OverflowException">64 bits cannot count them.</exception>
            {Retired(field.Property)}{method} => {none}global::FormatKit.FieldAccess.ToBytes(
                {identifier}, {unit}, "{name}");
            """);
    }
}
