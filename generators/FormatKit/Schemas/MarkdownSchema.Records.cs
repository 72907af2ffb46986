using System.Globalization;

namespace FormatKit;

internal static partial class MarkdownSchema
{
    public static string Of(RecordInfo record)
    {
        var types = new SchemaTypes(record, name => name);
        var writer = new SchemaWriter(2);
        foreach (var type in types.All.Reverse())
        {
            if (type != types.Outermost)
            {
                writer.Line();
            }

            writer.Line($"{(type == types.Outermost ? "#" : "##")} {types.NameOf(type)}");
            if (type is LayoutInfo layout)
            {
                WriteLayout(writer, layout, types);
            }
            else
            {
                WriteRecord(writer, (RecordInfo)type, types);
            }
        }

        return writer.ToString();
    }

    private static void WriteRecord(SchemaWriter writer, RecordInfo record, SchemaTypes types)
    {
        writer.Line();
        var order = record.Order == ByteOrder.BigEndian ? "big endian" : "little endian";
        var spec = record.Spec is { } clause ? $" {clause}." : "";
        var align = record.Align > 1
            ? string.Create(CultureInfo.InvariantCulture, $", filled up to a multiple of {record.Align}")
            : "";
        var least = string.Create(CultureInfo.InvariantCulture, $"{record.MinimumSize} bytes or more{align}");
        writer.Line($"{Cell(record.Doc ?? "")} {least}, {order}.{Cell(spec)}".Trim());
        writer.Line();
        writer.Line("| bytes | type | field | meaning |");
        writer.Line("| ---: | --- | --- | --- |");
        foreach (var field in record.Fields)
        {
            if (field.Align > 1)
            {
                writer.Line(string.Create(
                    CultureInfo.InvariantCulture, $"| | padding | | zeros up to a multiple of {field.Align} |"));
            }

            if (SchemaFacts.PrefixOf(field) is { } prefix)
            {
                writer.Line(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {prefix.Width} | u{8 * prefix.Width} | {prefix.Name} | {Cell(PrefixMeaning(field))} |"));
            }

            var type = TypeOf(record, field, types);
            writer.Line($"| {BytesOf(field)} | {type} | {field.Name} | {Meaning(record, field)} |");
        }

        foreach (var field in record.Fields)
        {
            WriteValues(writer, field, types);
        }

        WriteRules(writer, record.Rules);
    }

    private static string PrefixMeaning(RecordFieldInfo field) => field.Extent.Plus == 0
        ? $"how much of {field.Name} there is"
        : string.Create(
            CultureInfo.InvariantCulture, $"how much of {field.Name} there is, and {field.Extent.Plus} more");

    private static string BytesOf(RecordFieldInfo field) =>
        field.Width is { } width ? width.ToString(CultureInfo.InvariantCulture)
        : field.Kind == RecordFieldKind.Tag ? "0"
        : "";

    private static string TypeOf(RecordInfo record, RecordFieldInfo field, SchemaTypes types)
    {
        var what = field.Kind switch
        {
            RecordFieldKind.Value or RecordFieldKind.Values => TypeOf(record.Order, field.Value!, types),
            RecordFieldKind.Bytes => field.Reserved is null ? "bytes" : "reserved",
            RecordFieldKind.Text => $"text, {Words(field.Encoding.ToString())}",
            RecordFieldKind.Record or RecordFieldKind.Records => types.NameOf(field.Record!),
            RecordFieldKind.Variant => $"by {field.TaggedBy}",
            _ => "tag",
        };
        return field.Kind is RecordFieldKind.Value or RecordFieldKind.Tag
            || (field.Extent.Kind == RecordExtentKind.Own && field.Extent.Until is null)
            ? what
            : $"{what}: {Cell(Amount(field))}";
    }

    private static string Amount(RecordFieldInfo field)
    {
        var last = field.Extent.Until is null ? "" : field.Extent.UntilIn(field.Record!);
        var words = field.Extent.Kind == RecordExtentKind.Until ? $"up to {last}" : field.Extent.Describe(last);
        return field.Extent.Plus == 0
            ? words
            : string.Create(CultureInfo.InvariantCulture, $"{words}, less {field.Extent.Plus}");
    }

    private static string Meaning(RecordInfo record, RecordFieldInfo field)
    {
        var meaning = SchemaFacts.MeaningOf(record, field);
        return Cell(field.Spec is { } spec ? $"{meaning} ({spec})" : meaning);
    }

    private static void WriteValues(SchemaWriter writer, RecordFieldInfo field, SchemaTypes types)
    {
        if (field.Value is { EnumNames.Count: > 0 } value)
        {
            writer.Line();
            writer.Line($"Values of {field.Name}: " + string.Join(", ", value.EnumNames.Select(named => string.Create(
                CultureInfo.InvariantCulture, $"{named.Value} {named.Name}"))) + ".");
        }

        if (field.Variants is { } variants)
        {
            var listed = variants.Variants.Select(variant =>
                $"{types.NameOf(variant.Record)} for {Cell(variants.Tag.Describe(variant.Tag))}");
            var other = variants.Other is { } any ? [$"{types.NameOf(any)} for any other"] : Array.Empty<string>();
            writer.Line();
            writer.Line($"What {field.Name} is, by {field.TaggedBy}: {string.Join(", ", listed.Concat(other))}.");
        }
    }
}
