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
        var words = field.NullValue is null ? "in bytes" : "in bytes, or null where it means none";
        writer.Lines($"""

            /// <summary><see cref="{identifier}"/> {words}.</summary>
            /// <exception cref="global::System.OverflowException">64 bits cannot count them.</exception>
            {Retired(field.Property)}{field.Property.Access}readonly {type} {name}Bytes => {none}global::FormatKit.FieldAccess.ToBytes(
                {identifier}, global::FormatKit.Unit.{field.Unit}, "{name}");
            """);
    }
}
