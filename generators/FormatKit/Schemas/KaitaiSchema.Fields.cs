using System.Globalization;

namespace FormatKit;

internal static partial class KaitaiSchema
{
    private static void WriteField(
        SchemaWriter writer, LayoutInfo layout, FieldInfo field, SchemaTypes types, KaitaiIds ids)
    {
        WriteValue(writer, types.NameOf(layout), field, types, ids, () =>
        {
            WriteOverlays(writer, layout, field, types, ids);
            writer.Line($"-offset: {field.Offset}");
            WriteDoc(writer, SchemaFacts.MeaningOf(layout, field), field.Spec);
        });
    }

    /// <summary>A value of fixed width: an item of the sequence, or two where there is no such integer.</summary>
    private static void WriteValue(
        SchemaWriter writer, string owner, FieldInfo field, SchemaTypes types, KaitaiIds ids, Action more,
        string? condition = null)
    {
        var id = ids.Of(field.Name);
        if (IsSplit(field))
        {
            foreach (var (part, width) in PartsOf(field))
            {
                writer.Block($"- id: {id}_{part}", () =>
                {
                    writer.Line($"type: {IntegerType('u', width, field.Order)}");
                    WriteIf(writer, condition);
                });
            }

            return;
        }

        writer.Block($"- id: {(IsSignedByHand(field) ? id + "_raw" : id)}", () =>
        {
            WriteType(writer, owner, field, types, ids);
            WriteIf(writer, condition);
            WriteValid(writer, field);
            writer.Line($"-orig-id: {Text(field.Name)}");
            more();
        });
    }

    private static void WriteDoc(SchemaWriter writer, string meaning, string? spec) =>
        WriteHead(writer, meaning.Length == 0 ? null : meaning, spec);

    private static void WriteType(
        SchemaWriter writer, string owner, FieldInfo field, SchemaTypes types, KaitaiIds ids)
    {
        switch (field.Kind)
        {
            case FieldKind.Unsigned or FieldKind.Signed when field.Width == 16:
                writer.Line("size: 16");
                break;
            case FieldKind.Unsigned or FieldKind.Signed or FieldKind.Enum or FieldKind.Timestamp:
                var sign = field.Kind == FieldKind.Signed && !IsSignedByHand(field) ? 's' : 'u';
                writer.Line($"type: {IntegerType(sign, field.Width, field.Order)}");
                if (HasEnum(field))
                {
                    writer.Line($"enum: {owner}_{ids.Of(field.Name)}");
                }

                break;
            case FieldKind.Float:
                writer.Line($"type: f{field.Width}{Suffix(field.Order)}");
                break;
            case FieldKind.Bool:
                writer.Line("type: u1");
                break;
            case FieldKind.Text:
                WriteText(writer, field);
                break;
            case FieldKind.Layout:
                writer.Line($"type: {types.NameOf(field.Nested!)}");
                WriteRepeat(writer, field.Count);
                break;
            case FieldKind.Integers:
                var elementSign = field.Element!.Kind == FieldKind.Signed ? 's' : 'u';
                writer.Line($"type: {IntegerType(elementSign, field.Element.Width, field.Order)}");
                WriteRepeat(writer, field.Count);
                break;
            default:
                writer.Line($"size: {field.Width}");
                break;
        }
    }

    private static void WriteRepeat(SchemaWriter writer, int? count)
    {
        if (count is not null)
        {
            writer.Line("repeat: expr");
            writer.Line(string.Create(CultureInfo.InvariantCulture, $"repeat-expr: {count}"));
        }
    }

    private static void WriteText(SchemaWriter writer, FieldInfo field)
    {
        // A terminator of 'str' would be one byte also where a character has two; that of 'strz' is a character.
        writer.Line(field.Padding == TextPadding.Space ? "type: str" : "type: strz");
        writer.Line($"size: {field.Width}");
        writer.Line($"encoding: {EncodingName(field.Encoding)}");
        if (field.Padding == TextPadding.Space && !IsWide(field.Encoding))
        {
            // Padding is one byte, too: of wide characters it would leave halves.
            writer.Line("pad-right: 0x20");
        }
    }

    private static void WriteOverlays(
        SchemaWriter writer, LayoutInfo layout, FieldInfo field, SchemaTypes types, KaitaiIds ids)
    {
        var overlays = SchemaFacts.OverlaysInOrder(layout, field);
        if (overlays.Count == 0)
        {
            return;
        }

        writer.Block("type:", () =>
        {
            writer.Line($"switch-on: {IntegerOf(layout, overlays[0].Tag, ids)}");
            writer.Block("cases:", () =>
            {
                foreach (var overlay in overlays)
                {
                    writer.Line($"'{CaseOf(layout, overlay)}': {types.NameOf(overlay.Layout)}");
                }
            });
        });
    }

    /// <summary>The tag's value as it is read there: a signed number below zero is one.</summary>
    private static string CaseOf(LayoutInfo layout, OverlayInfo overlay)
    {
        var tag = layout.HolderOf(overlay.Tag);
        var isSigned = tag.Name == overlay.Tag && tag.Kind == FieldKind.Signed;
        var unused = 64 - (8 * tag.Width);
        return isSigned
            ? ((long)(overlay.Value << unused) >> unused).ToString(CultureInfo.InvariantCulture)
            : overlay.Value.ToString(CultureInfo.InvariantCulture);
    }

    // Numbers are in quotes, as expressions: the compiler's own reader of YAML has none above 2^31.
    private static void WriteValid(SchemaWriter writer, FieldInfo field)
    {
        if (field.Condition is not null || field.IsStrict)
        {
            return;
        }

        if (field.Fixed is { } only)
        {
            var bytes = string.Join(", ", SchemaFacts.DiskBytes(field, only).Select(b => SchemaFacts.Hex(b, 1)));
            var number = SchemaFacts.Hex(SchemaFacts.FixedAsRead(field, only), field.Width);
            writer.Line(field.Kind is FieldKind.Bytes or FieldKind.FourCC
                ? $"contents: [{bytes}]"
                : $"valid: '{number}'");
        }
        else if (field.RejectsUnknown && HasEnum(field))
        {
            writer.Block("valid:", () => writer.Line("in-enum: true"));
        }
        else if (field.OneOf.Count > 0 && !HasEnum(field))
        {
            var values = field.OneOf.Select(value => $"'{value}'");
            writer.Block("valid:", () => writer.Line($"any-of: [{string.Join(", ", values)}]"));
        }
        else if (field is { Minimum: { } minimum, Maximum: { } maximum, Kind: not FieldKind.Enum }
            && !IsSignedByHand(field))
        {
            writer.Block("valid:", () =>
            {
                var isSigned = field.Kind == FieldKind.Signed;
                writer.Line($"min: '{(isSigned ? (object)(long)minimum : minimum)}'");
                writer.Line($"max: '{(isSigned ? (object)(long)maximum : maximum)}'");
            });
        }
    }

    private static string IntegerType(char sign, int width, ByteOrder order) => width switch
    {
        1 => $"{sign}1",
        3 => order == ByteOrder.BigEndian ? "b24" : "b24le",
        _ => $"{sign}{width}{Suffix(order)}",
    };

    private static string Suffix(ByteOrder order) => order == ByteOrder.BigEndian ? "be" : "le";

    private static bool IsWide(TextEncoding encoding) =>
        encoding is TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian;

    private static string EncodingName(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Ascii => "ASCII",
        TextEncoding.Latin1 => "ISO-8859-1",
        TextEncoding.Utf8 => "UTF-8",
        TextEncoding.Utf16LittleEndian => "UTF-16LE",
        _ => "UTF-16BE",
    };
}
