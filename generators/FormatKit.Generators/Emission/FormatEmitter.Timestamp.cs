using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitTimestamp(SourceWriter writer, FieldModel field, TimestampShape timestamp)
    {
        var property = field.Property;
        var epoch = $"/* {timestamp.Date} */ {timestamp.Epoch}";
        writer.Lines($$"""
            {{Header(property)}}
            {
                {{property.Get}} => global::FormatKit.FieldAccess.Read{{timestamp.Order}}Timestamp(
                    in this, {{field.Offset}}, {{epoch}});
                {{property.Set}} => global::FormatKit.FieldAccess.Write{{timestamp.Order}}Timestamp(
                    ref this, {{field.Offset}}, {{epoch}}, value, {{Literals.Text(property.Name)}});
            }
            """);
    }
}
