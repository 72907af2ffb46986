using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitWidth(SourceWriter writer, FieldModel field, NumberShape number)
    {
        var (sign, wide) = number.IsNarrowSigned ? ("Signed", "long") : ("Unsigned", "ulong");
        var (type, place) = (field.Property.Type, $"{field.Offset}, {Place(number)}");
        writer.Lines($$"""
            {{Header(field.Property)}}
            {
                {{field.Property.Get}} => ({{type}})global::FormatKit.FieldAccess.Read{{sign}}(in this, {{place}});
                {{field.Property.Set}} => global::FormatKit.FieldAccess.Write{{sign}}(
                    ref this, {{place}}, ({{wide}})value, {{Literals.Text(field.Property.Name)}});
            }
            """);
    }

    private static string Place(NumberShape number) =>
        $"{number.Bytes}, global::FormatKit.ByteOrder.{number.Order}";
}
