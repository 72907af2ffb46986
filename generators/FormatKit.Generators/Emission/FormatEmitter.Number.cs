using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitNumber(SourceWriter writer, TypeModel type, FieldModel field, NumberShape number)
    {
        if (number.IsNarrow)
        {
            EmitWidth(writer, field, number);
            return;
        }

        writer.Lines($$"""
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => {{Read(type, number, field.Property.Type, "this", field.Offset)}};
                {{field.Property.Set}} => {{Write(number, field.Offset, "value")}};
            }
            """);
    }

    /// <summary>The field's integer: of a type of its width, or the bits of a narrow one.</summary>
    private static string Read(TypeModel type, NumberShape number, string asType, string layout, int offset) =>
        number.IsNarrow
            ? $"global::FormatKit.FieldAccess.ReadUnsigned(in {layout}, {offset}, {Place(number)})"
            : $"global::FormatKit.FieldAccess.Read{number.Order}<{type.Identifier}, {asType}>(in {layout}, {offset})";

    private static string Write(NumberShape number, int offset, string value) =>
        $"global::FormatKit.FieldAccess.Write{number.Order}(ref this, {offset}, {value})";
}
