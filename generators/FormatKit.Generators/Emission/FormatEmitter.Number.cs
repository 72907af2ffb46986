using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitNumber(SourceWriter writer, TypeModel type, FieldModel field, NumberShape number) =>
        writer.Lines($$"""
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => {{Read(type, number, field.Property.Type, "this", field.Offset)}};
                {{field.Property.Set}} => {{Write(number, field.Offset, "value")}};
            }
            """);

    private static string Read(TypeModel type, NumberShape number, string asType, string layout, int offset) =>
        $"global::FormatKit.FieldAccess.Read{number.Order}<{type.Identifier}, {asType}>(in {layout}, {offset})";

    private static string Write(NumberShape number, int offset, string value) =>
        $"global::FormatKit.FieldAccess.Write{number.Order}(ref this, {offset}, {value})";
}
