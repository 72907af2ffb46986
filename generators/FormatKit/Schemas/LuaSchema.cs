using System.Globalization;

namespace FormatKit;

/// <summary>
/// A dissector for Wireshark. The protocol of the outermost layout is offered for "decode as"; a frame holds the
/// structure from its first byte. Filters are <c>vhd_footer.cookie</c> and the like.
/// </summary>
internal static partial class LuaSchema
{
    private static readonly HashSet<string> Keywords =
    [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ];

    public static string Of(LayoutInfo layout)
    {
        var types = new SchemaTypes(layout, SchemaNames.Snake);
        var about = $"{layout.Name}, {layout.Size} bytes. {layout.Doc} {layout.Spec}";
        return Document(types, layout.Name, about, writer =>
        {
            writer.Line($"if buffer:len() < {layout.Size} then return 0 end");
            writer.Line($"packet.cols.protocol = {Text(layout.Name)}");
            writer.Line($"local whole = buffer(0, {layout.Size})");
            writer.Line($"dissect.{Key(types.NameOf(layout))}(whole, tree:add(proto, whole))");
            writer.Line($"return {layout.Size}");
        });
    }

    private static string Document(SchemaTypes types, string title, string about, Action<SchemaWriter> dissector)
    {
        var name = types.NameOf(types.Outermost);
        var writer = new SchemaWriter(2);
        writer.Line($"-- {SchemaFacts.OneLine(about)}");
        writer.Line($"local proto = Proto({Text(name)}, {Text(title)})");
        writer.Line("local fields = {}");
        writer.Line("local dissect = {}");
        if (types.Records.Count > 0)
        {
            WriteHelpers(writer);
        }

        foreach (var type in types.All)
        {
            writer.Line();
            if (type is LayoutInfo layout)
            {
                WriteFields(writer, layout, types, name);
                WriteDissector(writer, layout, types);
            }
            else
            {
                WriteFields(writer, (RecordInfo)type, types, name);
                new RecordDissector(writer, (RecordInfo)type, types).Write();
            }
        }

        writer.Line();
        writer.Line("local all = {}");
        writer.Block("for _, of_type in pairs(fields) do", () =>
            writer.Line("for _, field in pairs(of_type) do all[#all + 1] = field end"));
        writer.Line("end");
        writer.Line("proto.fields = all");
        writer.Line();
        writer.Block("function proto.dissector(buffer, packet, tree)", () => dissector(writer));
        writer.Line("end");
        writer.Line();
        writer.Line("DissectorTable.get(\"wtap_encap\"):add(wtap.USER0, proto)");
        return writer.ToString();
    }

    /// <summary>A name that is none of the language's own words.</summary>
    private static string Key(string name) => Keywords.Contains(name) ? name + "_" : name;

    private static void WriteFields(SchemaWriter writer, LayoutInfo layout, SchemaTypes types, string protocol)
    {
        var ids = new KaitaiIds(layout);
        var name = types.NameOf(layout);
        var path = layout == types.Outermost ? protocol : $"{protocol}.{name}";
        writer.Block($"fields.{Key(name)} = {{", () =>
        {
            foreach (var field in layout.Fields.Where(field => field.Kind != FieldKind.Layout))
            {
                var id = ids.Of(field.Name);
                WriteProtoField(writer, path, id, field.Name, field, SchemaFacts.MeaningOf(layout, field));
                foreach (var bits in field.Bits)
                {
                    var bit = ids.Of(bits.Name);
                    writer.Line(
                        $"{Key(bit)} = ProtoField.uint64({Text($"{path}.{bit}")}, {Text(bits.Name)}, base.DEC),");
                }
            }
        });
        writer.Line("}");
    }

    private static void WriteProtoField(
        SchemaWriter writer, string path, string id, string name, FieldInfo field, string meaning) =>
        writer.Line($"{Key(id)} = ProtoField.{Constructor(field)}({Text($"{path}.{id}")}, {Text(name)}"
            + $"{Display(field)}{Description(field, meaning)}),");

    private static void WriteDissector(SchemaWriter writer, LayoutInfo layout, SchemaTypes types)
    {
        var ids = new KaitaiIds(layout);
        var name = types.NameOf(layout);
        writer.Block($"function dissect.{Key(name)}(buffer, tree)", () =>
        {
            foreach (var field in layout.Fields)
            {
                WriteField(writer, layout, field, types, ids);
            }
        });
        writer.Line("end");
    }

    private static void WriteField(
        SchemaWriter writer, LayoutInfo layout, FieldInfo field, SchemaTypes types, KaitaiIds ids)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"buffer({field.Offset}, {field.Width})");
        var of = $"fields.{Key(types.NameOf(layout))}";
        if (field.Nested is { } nested)
        {
            for (var index = 0; index < (field.Count ?? 1); index++)
            {
                var start = field.Offset + (index * nested.Size);
                var element = string.Create(CultureInfo.InvariantCulture, $"buffer({start}, {nested.Size})");
                var label = field.Count is null
                    ? field.Name
                    : string.Create(CultureInfo.InvariantCulture, $"{field.Name}[{index}]");
                writer.Line($"dissect.{Key(types.NameOf(nested))}({element}, tree:add({element}, {Text(label)}))");
            }

            return;
        }

        if (field is { Element.Width: var width, Count: { } count })
        {
            var element = $"buffer({field.Offset} + index * {width}, {width})";
            writer.Block($"for index = 0, {count - 1} do", () =>
                writer.Line($"tree:{Adder(field)}({of}.{Key(ids.Of(field.Name))}, {element})"));
            writer.Line("end");
            return;
        }

        writer.Line(EncodingOf(field) is { } encoding
            ? $"tree:add_packet_field({of}.{Key(ids.Of(field.Name))}, {at}, {encoding})"
            : $"tree:{Adder(field)}({of}.{Key(ids.Of(field.Name))}, {at})");
        foreach (var bits in field.Bits)
        {
            writer.Line($"tree:add({of}.{Key(ids.Of(bits.Name))}, {at}, {BitsOf(field, bits, at)})");
        }

        foreach (var overlay in field.Overlays)
        {
            var tag = layout.HolderOf(overlay.Tag);
            var tagAt = string.Create(CultureInfo.InvariantCulture, $"buffer({tag.Offset}, {tag.Width})");
            var place = string.Create(CultureInfo.InvariantCulture, $"buffer({field.Offset}, {overlay.Layout.Size})");
            var value = tag.Bits.FirstOrDefault(bits => bits.Name == overlay.Tag) is { } part
                ? BitsOf(tag, part, tagAt)
                : Number(tag, tagAt);
            writer.Block($"if {value} == {Wide(overlay.Value)} then", () =>
                writer.Line(
                    $"dissect.{Key(types.NameOf(overlay.Layout))}({place}, tree:add({place}, {Text(overlay.Name)}))"));
            writer.Line("end");
        }
    }

    private static string BitsOf(FieldInfo field, BitRangeInfo bits, string at) =>
        $"{Number(field, at)}:rshift({bits.Shift}):band({Mask(bits)})";

    private static string Mask(BitRangeInfo bits) => Wide(bits.Mask >> bits.Shift);

    /// <summary>A number of 64 bits; Lua's own are floating.</summary>
    private static string Wide(ulong value) => string.Create(
        CultureInfo.InvariantCulture, $"UInt64(0x{(uint)value:x8}, 0x{(uint)(value >> 32):x8})");

    private static string Number(FieldInfo field, string at) =>
        field.Order == ByteOrder.BigEndian || field.Kind == FieldKind.FourCC
            ? $"{at}:uint64()"
            : $"{at}:le_uint64()";

    private static string Adder(FieldInfo field) => field.Order == ByteOrder.BigEndian ? "add" : "add_le";

    private static string? EncodingOf(FieldInfo field) => field switch
    {
        { Kind: FieldKind.Text, Encoding: TextEncoding.Ascii } => "ENC_ASCII",
        { Kind: FieldKind.Text, Encoding: TextEncoding.Latin1 } => "ENC_ISO_8859_1",
        { Kind: FieldKind.Text, Encoding: TextEncoding.Utf8 } => "ENC_UTF_8",
        { Kind: FieldKind.Text, Encoding: TextEncoding.Utf16LittleEndian } => "ENC_UTF_16 + ENC_LITTLE_ENDIAN",
        { Kind: FieldKind.Text } => "ENC_UTF_16 + ENC_BIG_ENDIAN",
        _ => null,
    };

    private static string Constructor(FieldInfo field)
    {
        var (kind, width) = field.Element is { } element ? (element.Kind, element.Width) : (field.Kind, field.Width);
        return kind switch
        {
            FieldKind.Signed when width is 1 or 2 or 3 or 4 or 8 => string.Create(
                CultureInfo.InvariantCulture, $"int{8 * width}"),
            FieldKind.Unsigned or FieldKind.Enum or FieldKind.Timestamp when width is 1 or 2 or 3 or 4 or 8 =>
                string.Create(CultureInfo.InvariantCulture, $"uint{8 * width}"),
            FieldKind.Float => width == 4 ? "float" : "double",
            FieldKind.Bool => "uint8",
            FieldKind.Text => "string",
            _ => "bytes",
        };
    }

    private static string Display(FieldInfo field)
    {
        if (!Constructor(field).Contains("int", StringComparison.Ordinal))
        {
            return "";
        }

        var isHex = field.IsFlags || field.Role is FieldRole.Magic or FieldRole.Checksum;
        var names = field is { Kind: FieldKind.Enum, IsFlags: false, EnumNames.Count: > 0, Width: <= 4 }
            ? "{" + string.Join(", ", field.EnumNames.DistinctBy(named => named.Value).Select(named => string.Create(
                CultureInfo.InvariantCulture, $"[{named.Value}] = {Text(named.Name)}"))) + "}"
            : "nil";
        return $", base.{(isHex ? "HEX" : "DEC")}, {names}, nil";
    }

    private static string Description(FieldInfo field, string meaning) =>
        Constructor(field).Contains("int", StringComparison.Ordinal) ? $", {Text(meaning)}" : "";

    /// <summary>A text in quotes; bytes that are not plain ASCII as decimal escapes.</summary>
    private static string Text(string text) =>
        "\"" + string.Concat(System.Text.Encoding.UTF8.GetBytes(text).Select(b => b is >= 0x20 and < 0x7f
            ? b is (byte)'"' or (byte)'\\' ? $"\\{(char)b}" : ((char)b).ToString()
            : string.Create(CultureInfo.InvariantCulture, $"\\{b:000}"))) + "\"";
}
