using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FormatKit;

/// <summary>The field table in JSON: what it has of each field, under the names that it has there.</summary>
internal static partial class JsonSchema
{
    public static string Of(LayoutInfo layout)
    {
        var types = new SchemaTypes(layout, name => name);
        return Document(json =>
        {
            json.WriteString("layout", types.NameOf(layout));
            WriteLayouts(json, types);
        });
    }

    private static string Document(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = true,
            NewLine = "\n",
        }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteLayouts(Utf8JsonWriter json, SchemaTypes types)
    {
        json.WriteStartArray("layouts");
        foreach (var type in types.Layouts.Reverse())
        {
            WriteLayout(json, type, types);
        }

        json.WriteEndArray();
    }

    private static void WriteLayout(Utf8JsonWriter json, LayoutInfo layout, SchemaTypes types)
    {
        json.WriteStartObject();
        json.WriteString("name", types.NameOf(layout));
        json.WriteNumber("size", layout.Size);
        json.WriteString("order", layout.Order.ToString());
        WriteText(json, "spec", layout.Spec);
        WriteText(json, "doc", layout.Doc);
        json.WriteStartArray("fields");
        foreach (var field in layout.Fields)
        {
            json.WriteStartObject();
            WriteField(json, layout, field, types);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRules(json, layout.Rules);
        json.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter json, IReadOnlyList<RuleInfo> rules)
    {
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("name", rule.Name);
            json.WriteString("text", rule.Text);
            json.WriteString("field", rule.Field);
            WriteText(json, "spec", rule.Spec);
            WriteText(json, "other", rule.Other);
            WriteFlag(json, "strict", rule.IsStrict);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteField(Utf8JsonWriter json, LayoutInfo layout, FieldInfo field, SchemaTypes types)
    {
        json.WriteString("name", field.Name);
        json.WriteNumber("offset", field.Offset);
        WriteValue(json, field, types);
        WriteEach(json, "checksums", field.Checksums, checksum => WriteChecksum(json, layout, checksum));
        WriteEach(json, "bits", field.Bits, bits =>
        {
            json.WriteString("name", bits.Name);
            json.WriteNumber("shift", bits.Shift);
            json.WriteNumber("count", bits.Count);
            WriteText(json, "doc", bits.Doc);
            WriteNames(json, bits.EnumNames);
        });
        WriteEach(json, "overlays", field.Overlays, overlay =>
        {
            json.WriteString("name", overlay.Name);
            json.WriteString("tag", overlay.Tag);
            json.WriteNumber("value", overlay.Value);
            json.WriteString("layout", types.NameOf(overlay.Layout));
            WriteText(json, "doc", overlay.Doc);
            WriteText(json, "spec", overlay.Spec);
        });
    }

    /// <summary>What a field is, wherever it stands.</summary>
    private static void WriteValue(Utf8JsonWriter json, FieldInfo field, SchemaTypes types)
    {
        json.WriteNumber("width", field.Width);
        json.WriteString("kind", field.Kind.ToString());
        json.WriteString("order", field.Order.ToString());
        WriteUnless(json, "role", field.Role, FieldRole.Value);
        WriteUnless(json, "unit", field.Unit, Unit.None);
        WriteText(json, "doc", field.Doc);
        WriteText(json, "spec", field.Spec);
        WriteKind(json, field, types);
        WriteValues(json, field);
    }

    private static void WriteKind(Utf8JsonWriter json, FieldInfo field, SchemaTypes types)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                json.WriteString("encoding", field.Encoding.ToString());
                json.WriteString("padding", field.Padding.ToString());
                break;
            case FieldKind.Guid:
                json.WriteString("guidOrder", field.GuidOrder.ToString());
                break;
            case FieldKind.Timestamp:
                json.WriteString("epoch", field.Epoch);
                json.WriteString("timeUnit", field.TimeUnit.ToString());
                break;
            case FieldKind.Reserved:
                json.WriteString("policy", field.ReservedPolicy.ToString());
                break;
            case FieldKind.Layout:
                json.WriteString("layout", types.NameOf(field.Nested!));
                break;
            case FieldKind.Integers:
                json.WriteNumber("elementWidth", field.Element!.Width);
                json.WriteString("element", field.Element!.Kind.ToString());
                break;
        }

        if (field.Count is { } count)
        {
            json.WriteNumber("count", count);
        }

        WriteNames(json, field.EnumNames);
        WriteFlag(json, "flags", field.IsFlags);
        WriteFlag(json, "rejectsUnknown", field.RejectsUnknown);
    }

    private static void WriteValues(Utf8JsonWriter json, FieldInfo field)
    {
        WriteNumber(json, "fixed", field.Fixed);
        WriteFlag(json, "fixedIsText", field.FixedIsText);
        WriteNumber(json, "null", field.NullValue);
        WriteNumber(json, "minimum", field.Minimum);
        WriteNumber(json, "maximum", field.Maximum);
        WriteFlag(json, "powerOfTwo", field.IsPowerOfTwo);
        if (field.OneOf.Count > 0)
        {
            json.WriteStartArray("oneOf");
            foreach (var value in field.OneOf)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        WriteNumber(json, "requiredBits", field.RequiredBits == 0 ? null : field.RequiredBits);
        WriteNumber(json, "knownBits", field.KnownBits);
        WriteText(json, "lengthField", field.LengthField);
        WriteText(json, "condition", field.Condition?.ToString());
        WriteFlag(json, "strict", field.IsStrict);
        WriteFlag(json, "perCopy", field.IsPerCopy);
        WriteText(json, "mirrors", field.Mirrors);
    }

    private static void WriteChecksum(Utf8JsonWriter json, LayoutInfo layout, ChecksumInfo checksum)
    {
        json.WriteString("algorithm", checksum.Algorithm);
        json.WriteString("self", checksum.Self.ToString());
        if (checksum.Self == ChecksumSelf.Filled)
        {
            json.WriteNumber("fill", checksum.Fill);
        }

        json.WriteStartArray("ranges");
        foreach (var range in checksum.Ranges)
        {
            var (start, length) = range.GetOffsetAndLength(layout.Size);
            json.WriteStringValue($"{start}..{start + length}");
        }

        json.WriteEndArray();
        WriteText(json, "lengthField", checksum.LengthField);
        WriteText(json, "external", checksum.External);
        WriteText(json, "condition", checksum.Condition?.ToString());
    }

    private static void WriteNames(Utf8JsonWriter json, IReadOnlyList<NamedValue> names) =>
        WriteEach(json, "names", names, named =>
        {
            json.WriteString("name", named.Name);
            json.WriteNumber("value", named.Value);
        });

    private static void WriteEach<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUnless<T>(Utf8JsonWriter json, string name, T value, T usual)
        where T : struct, Enum
    {
        if (!value.Equals(usual))
        {
            json.WriteString(name, value.ToString());
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, ulong? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(name, flag);
        }
    }
}
