using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitTimestamp(SourceWriter writer, FieldModel field, TimestampShape timestamp)
    {
        var property = field.Property;
        var place = $"{field.Offset}, {field.Width}, global::FormatKit.ByteOrder.{timestamp.Order}";
        var scale = $"/* {timestamp.Date} */ {timestamp.Epoch}, global::FormatKit.TimeUnit.{timestamp.Unit}";
        writer.Lines($$"""
            {{Header(property)}}
            {
                {{property.Get}} => global::FormatKit.FieldAccess.ReadTimestamp(
                    in this, {{place}},
                    {{scale}});
                {{property.Set}} => global::FormatKit.FieldAccess.WriteTimestamp(
                    ref this, {{place}},
                    {{scale}},
                    value, {{Literals.Text(property.Name)}});
            }
            """);
    }

    private static void EmitTimestampRule(
        SourceWriter writer, TypeModel type, FieldModel field, TimestampShape timestamp, ulong greatest, int index) =>
        EmitAtMost(
            writer, type, field, "Time", index,
            Read(type, timestamp, timestamp.Raw, "value", field.Offset), Literals.Hex(greatest, field.Width));
}
