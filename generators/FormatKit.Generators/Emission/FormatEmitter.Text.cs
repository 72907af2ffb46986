using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitText(SourceWriter writer, FieldModel field, TextShape text)
    {
        var property = field.Property;
        var encoding = $"global::FormatKit.TextEncoding.{text.Encoding}";
        var padding = text.Padding == "Nul" ? string.Empty : $", global::FormatKit.TextPadding.{text.Padding}";
        var name = Literals.Text(property.Name);
        writer.Lines($$"""
            {{Header(property)}}
            {
                {{property.Get}} => global::FormatKit.FieldAccess.ReadText(
                    in this, {{field.Offset}}, {{field.Width}}, {{encoding}}{{padding}});
                {{property.Set}} => global::FormatKit.FieldAccess.WriteText(
                    ref this, {{field.Offset}}, {{field.Width}}, {{encoding}},
                    value, {{name}}{{padding}});
            }
            """);
    }
}
