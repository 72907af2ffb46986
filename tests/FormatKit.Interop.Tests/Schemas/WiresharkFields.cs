using System.Globalization;

namespace FormatKit.Interop.Tests.Schemas;

/// <summary>
/// What fields read, as Wireshark writes it. Texts and floating-point numbers are left out: it has its own way of
/// showing them.
/// </summary>
internal static class WiresharkFields
{
    public static IReadOnlyList<(string Filter, string Value)> Of(SchemaTypes types, LayoutInfo layout, byte[] bytes)
    {
        var found = new List<(string Filter, string Value)>();
        Add(found, types, layout, bytes);
        return found;
    }

    public static IReadOnlyList<(string Filter, string Value)> Of(SchemaTypes types, RecordInfo record, object value)
    {
        var found = new List<(string Filter, string Value)>();
        Add(found, types, record, value);
        return found;
    }

    private static string PathOf(SchemaTypes types, object declaration) => declaration == types.Outermost
        ? types.NameOf(declaration)
        : $"{types.NameOf(types.Outermost)}.{types.NameOf(declaration)}";

    private static void Add(
        List<(string Filter, string Value)> found, SchemaTypes types, LayoutInfo layout, byte[] part)
    {
        var (ids, path) = (new KaitaiIds(layout), PathOf(types, layout));
        foreach (var field in layout.Fields)
        {
            var raw = part.AsSpan(field.Offset, field.Width).ToArray();
            if (field.Nested is { } nested)
            {
                foreach (var element in raw.Chunk(nested.Size))
                {
                    Add(found, types, nested, element);
                }
            }
            else if (field.Kind is not (FieldKind.Text or FieldKind.Float or FieldKind.Integers))
            {
                found.Add(($"{path}.{ids.Of(field.Name)}", Shown(field, part, raw)));
            }

            foreach (var bits in field.Bits)
            {
                found.Add((
                    $"{path}.{ids.Of(bits.Name)}",
                    Convert.ToUInt64(bits.Get(part), CultureInfo.InvariantCulture)
                        .ToString(CultureInfo.InvariantCulture)));
            }

            foreach (var overlay in field.Overlays)
            {
                if (overlay.Applies(part))
                {
                    Add(found, types, overlay.Layout, raw[..overlay.Layout.Size]);
                }
            }
        }
    }

    private static void Add(
        List<(string Filter, string Value)> found, SchemaTypes types, RecordInfo record, object value)
    {
        var (ids, path) = (new KaitaiIds(record), PathOf(types, record));
        foreach (var field in record.Fields.Where(field => field.Kind != RecordFieldKind.Tag))
        {
            if (field.Get(value) is not { } ours)
            {
                continue;
            }

            var filter = $"{path}.{ids.Of(field.Name)}";
            switch (field.Kind)
            {
                case RecordFieldKind.Value:
                    AddValue(found, types, filter, field.Value!, ours);
                    break;
                case RecordFieldKind.Bytes:
                    var bytes = ours is ReadOnlyMemory<byte> memory ? memory.Span : (byte[])ours;
                    found.AddRange(bytes.IsEmpty ? [] : [(filter, Convert.ToHexStringLower(bytes))]);
                    break;
                case RecordFieldKind.Text:
                    break;
                case RecordFieldKind.Record:
                    Add(found, types, field.Record!, ours);
                    break;
                case RecordFieldKind.Variant:
                    Add(found, types, KaitaiReading.VariantOf(field.Variants!, ours), ours);
                    break;
                default:
                    foreach (var element in (Array)ours)
                    {
                        if (field.Record is { } inner)
                        {
                            Add(found, types, inner, element);
                        }
                        else
                        {
                            AddValue(found, types, filter, field.Value!, element);
                        }
                    }

                    break;
            }
        }
    }

    private static void AddValue(
        List<(string Filter, string Value)> found, SchemaTypes types, string filter, FieldInfo field, object ours)
    {
        var bytes = KaitaiReading.BytesOf(field, ours);
        if (field.Nested is { } layout)
        {
            Add(found, types, layout, bytes);
        }
        else if (field.Kind is not (FieldKind.Text or FieldKind.Float))
        {
            found.Add((filter, Shown(field, bytes, bytes)));
        }
    }

    private static string Shown(FieldInfo field, byte[] layout, byte[] raw)
    {
        var isHex = field.IsFlags || field.Role is FieldRole.Magic or FieldRole.Checksum;
        return field switch
        {
            { Kind: FieldKind.Bool } => raw[0].ToString(CultureInfo.InvariantCulture),
            { Kind: FieldKind.Unsigned or FieldKind.Enum or FieldKind.Timestamp, Width: 1 or 2 or 3 or 4 or 8 } =>
                Number(field, raw) is var number && isHex
                    ? "0x" + number.ToString("x" + (2 * field.Width), CultureInfo.InvariantCulture)
                    : number.ToString(CultureInfo.InvariantCulture),
            { Kind: FieldKind.Signed, Width: 1 or 2 or 3 or 4 or 8 } =>
                Convert.ToInt64(field.Get!(layout), CultureInfo.InvariantCulture)
                    .ToString(CultureInfo.InvariantCulture),
            _ => Convert.ToHexStringLower(raw),
        };
    }

    private static ulong Number(FieldInfo field, byte[] raw) =>
        (field.Order == ByteOrder.BigEndian ? raw : raw.Reverse()).Aggregate(0UL, (sum, b) => (sum << 8) | b);
}
