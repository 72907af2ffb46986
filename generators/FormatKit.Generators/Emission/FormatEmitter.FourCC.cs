using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static readonly IntegerShape FourCharacters = new("BigEndian", "uint", IsSigned: false);

    private static void EmitFourCC(SourceWriter writer, TypeModel type, FieldModel field) =>
        writer.Lines($$"""
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => new({{Read(type, FourCharacters, "uint", "this", field.Offset)}});
                {{field.Property.Set}} => {{Write(FourCharacters, field.Offset, "value.Value")}};
            }
            """);
}
