using System.Text.Json;

namespace FormatKit;

internal static partial class JsonSchema
{
    public static string Of(RecordInfo record)
    {
        var types = new SchemaTypes(record, name => name);
        return Document(json =>
        {
            json.WriteString("record", types.NameOf(record));
            WriteEach(json, "records", [.. types.Records.Reverse()], type => WriteRecord(json, type, types));
            WriteLayouts(json, types);
        });
    }

    private static void WriteRecord(Utf8JsonWriter json, RecordInfo record, SchemaTypes types)
    {
        json.WriteString("name", types.NameOf(record));
        json.WriteNumber("minimumSize", record.MinimumSize);
        json.WriteString("order", record.Order.ToString());
        WriteNumber(json, "align", record.Align > 1 ? (ulong)record.Align : null);
        WriteText(json, "spec", record.Spec);
        WriteText(json, "doc", record.Doc);
        json.WriteStartArray("fields");
        foreach (var field in record.Fields)
        {
            json.WriteStartObject();
            WriteField(json, field, types);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRules(json, record.Rules);
    }

    private static void WriteField(Utf8JsonWriter json, RecordFieldInfo field, SchemaTypes types)
    {
        json.WriteString("name", field.Name);
        json.WriteString("kind", field.Kind.ToString());
        WriteNumber(json, "width", field.Width is { } width ? (ulong)width : null);
        WriteText(json, "doc", field.Doc);
        WriteText(json, "spec", field.Spec);
        if (field.Kind == RecordFieldKind.Text)
        {
            json.WriteString("encoding", field.Encoding.ToString());
        }

        WriteText(json, "policy", field.Reserved?.ToString());
        WriteText(json, "condition", field.Condition?.ToString());
        WriteNumber(json, "align", field.Align > 1 ? (ulong)field.Align : null);
        WriteText(json, "countOf", field.CountOf);
        WriteText(json, "lengthOf", field.LengthOf);
        WriteText(json, "tagOf", field.TagOf);
        WriteText(json, "taggedBy", field.TaggedBy);
        WriteText(json, "record", field.Record is { } record ? types.NameOf(record) : null);
        if (field.Value is { } value)
        {
            json.WriteStartObject("value");
            WriteValue(json, value, types);
            json.WriteEndObject();
        }

        if (field.Extent.Kind != RecordExtentKind.Own || field.Extent.Until is not null)
        {
            json.WriteStartObject("extent");
            WriteExtent(json, field.Extent);
            json.WriteEndObject();
        }

        if (field.Checksum is { } checksum)
        {
            json.WriteStartObject("checksum");
            json.WriteString("algorithm", checksum.Algorithm);
            json.WriteString("self", checksum.Self.ToString());
            WriteNumber(json, "fill", checksum.Self == ChecksumSelf.Filled ? checksum.Fill : null);
            WriteEach(json, "ranges", checksum.Ranges, range =>
            {
                WriteText(json, "first", range.First);
                WriteText(json, "last", range.Last);
            });
            json.WriteEndObject();
        }

        if (field.Variants is { } variants)
        {
            WriteEach(json, "variants", variants.Variants, variant =>
            {
                json.WriteNumber("tag", variant.Tag);
                json.WriteString("words", variants.Tag.Describe(variant.Tag));
                json.WriteString("record", types.NameOf(variant.Record));
            });
            WriteText(json, "other", variants.Other is { } other ? types.NameOf(other) : null);
        }
    }

    private static void WriteExtent(Utf8JsonWriter json, RecordExtent extent)
    {
        json.WriteString("kind", extent.Kind.ToString());
        WriteText(json, "field", extent.Field);
        if (extent.Kind == RecordExtentKind.Prefix)
        {
            json.WriteNumber("prefixWidth", extent.PrefixWidth);
            json.WriteString("prefixOrder", extent.PrefixOrder.ToString());
        }

        WriteNumber(json, "count", extent.Kind == RecordExtentKind.Fixed ? (ulong)extent.Count : null);
        WriteNumber(json, "plus", extent.Plus > 0 ? (ulong)extent.Plus : null);
        WriteFlag(json, "inBytes", extent.InBytes);
        WriteNumber(json, "max", extent.Max > 0 ? (ulong)extent.Max : null);
        if (extent.Until is { } until)
        {
            json.WriteStartObject("until");
            json.WriteString("field", until.Member);
            json.WriteNumber("value", until.Value);
            json.WriteNumber("max", extent.UntilMax);
            json.WriteEndObject();
        }
    }
}
