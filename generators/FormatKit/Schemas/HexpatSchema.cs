using System.Globalization;

namespace FormatKit;

/// <summary>
/// A pattern for ImHex. Named bits are calculated from their integer: what bit fields make of byte orders has changed
/// between versions of the editor.
/// </summary>
internal static partial class HexpatSchema
{
    public static string Of(LayoutInfo layout) =>
        Of(new SchemaTypes(layout, SchemaNames.Ascii), layout.Name, layout.Doc, layout.Order);

    private static string Of(SchemaTypes types, string name, string? doc, ByteOrder order)
    {
        var writer = new SchemaWriter(4);
        writer.Line($"#pragma description {SchemaFacts.OneLine(doc ?? name)}");
        writer.Line($"#pragma endian {(order == ByteOrder.BigEndian ? "big" : "little")}");
        var declared = new HashSet<object>();
        foreach (var type in types.All)
        {
            writer.Line();
            if (type is LayoutInfo layout)
            {
                WriteEnums(writer, types.NameOf(layout), layout.Fields);
                WriteStruct(writer, layout, types, order);
            }
            else
            {
                new RecordPattern((RecordInfo)type, types, order, declared).Write(writer);
            }

            declared.Add(type);
        }

        var end = types.Outermost is RecordInfo record && GoesOn(record, []) ? "<sizeof($)>" : "";
        writer.Line();
        writer.Line($"{types.NameOf(types.Outermost)}{end} {SchemaNames.Snake(name)} @ 0x00;");
        return writer.ToString();
    }

    private static bool HasEnum(FieldInfo field) =>
        field is { Kind: FieldKind.Enum, IsFlags: false, EnumNames.Count: > 0 } && IntegerType(field, 'u') is not null;

    private static string EnumName(string owner, FieldInfo field) => $"{owner}_{SchemaNames.Ascii(field.Name)}";

    private static void WriteEnums(SchemaWriter writer, string owner, IEnumerable<FieldInfo> fields)
    {
        foreach (var field in fields.Where(HasEnum))
        {
            writer.Block($"enum {EnumName(owner, field)} : {IntegerType(field, 'u')} {{", () =>
            {
                var taken = new HashSet<string>();
                foreach (var named in field.EnumNames.DistinctBy(named => named.Value))
                {
                    var name = SchemaTypes.Free(SchemaNames.Ascii(named.Name), taken);
                    writer.Line($"{name} = {SchemaFacts.Hex(named.Value, field.Width)},");
                }
            });
            writer.Line("};");
            writer.Line();
        }
    }

    private static void WriteStruct(SchemaWriter writer, LayoutInfo layout, SchemaTypes types, ByteOrder order)
    {
        writer.Line($"// {SchemaFacts.OneLine($"{layout.Size} bytes. {layout.Doc} {layout.Spec}")}");
        writer.Block($"struct {types.NameOf(layout)} {{", () =>
        {
            foreach (var field in layout.Fields)
            {
                if (SchemaFacts.OverlaysInOrder(layout, field) is { Count: > 0 } overlays)
                {
                    WriteOverlays(writer, layout, field, overlays, types);
                }
                else
                {
                    writer.Line($"{Declaration(order, types.NameOf(layout), field, types)}{Comment(layout, field)};");
                }

                foreach (var bits in field.Bits)
                {
                    var number = SchemaNames.Ascii(field.Name);
                    var mask = SchemaFacts.Hex(bits.Mask >> bits.Shift, (bits.Count + 7) / 8);
                    writer.Line(string.Create(
                        CultureInfo.InvariantCulture,
                        $"u64 {SchemaNames.Ascii(bits.Name)} = (u64({number}) >> {bits.Shift}) & {mask} [[export]];"));
                }
            }
        });
        writer.Line("};");
    }

    private static void WriteOverlays(
        SchemaWriter writer, LayoutInfo layout, FieldInfo field, IReadOnlyList<OverlayInfo> overlays, SchemaTypes types)
    {
        var name = SchemaNames.Ascii(field.Name);
        var keyword = "if";
        foreach (var overlay in overlays)
        {
            // A signed number below zero has more ones as one of 64 bits.
            var width = layout.HolderOf(overlay.Tag).Width;
            var mask = SchemaFacts.Hex(ulong.MaxValue >> (64 - (8 * width)), width);
            var tag = $"(u64({SchemaNames.Ascii(overlay.Tag)}) & {mask})";
            var test = $"{tag} == {SchemaFacts.Hex(overlay.Value, width)}";
            writer.Block($"{keyword} ({test}) {{", () =>
            {
                writer.Line($"{types.NameOf(overlay.Layout)} {SchemaNames.Ascii(overlay.Name)};");
                if (overlay.Layout.Size < field.Width)
                {
                    writer.Line($"padding[{field.Width - overlay.Layout.Size}];");
                }
            });
            keyword = "} else if";
        }

        writer.Block("} else {", () => writer.Line($"u8 {name}[{field.Width}]{Comment(layout, field)};"));
        writer.Line("}");
    }

    private static string Declaration(ByteOrder usual, string owner, FieldInfo field, SchemaTypes types)
    {
        var name = SchemaNames.Ascii(field.Name);
        var order = field.Order == usual ? "" : field.Order == ByteOrder.BigEndian ? "be " : "le ";
        var count = field.Count is { } elements ? string.Create(CultureInfo.InvariantCulture, $"[{elements}]") : "";
        return field.Kind switch
        {
            FieldKind.Layout => $"{types.NameOf(field.Nested!)} {name}{count}",
            FieldKind.Float => $"{order}{(field.Width == 4 ? "float" : "double")} {name}",
            FieldKind.Bool => $"bool {name}",
            FieldKind.Text when field.Encoding is TextEncoding.Utf16BigEndian or TextEncoding.Utf16LittleEndian =>
                $"{(field.Encoding == TextEncoding.Utf16BigEndian ? "be" : "le")} char16 {name}[{field.Width / 2}]",
            FieldKind.Text or FieldKind.FourCC => $"char {name}[{field.Width}]",
            FieldKind.Enum when HasEnum(field) => $"{order}{EnumName(owner, field)} {name}",
            FieldKind.Integers => $"{order}{IntegerType(field.Element!, Sign(field.Element!.Kind))} {name}{count}",
            _ when IntegerType(field, Sign(field.Kind)) is { } type => $"{order}{type} {name}",
            _ => $"u8 {name}[{field.Width}]",
        };
    }

    private static char Sign(FieldKind kind) => kind == FieldKind.Signed ? 's' : 'u';

    /// <summary>The integer type of a field; null where there is none of the width.</summary>
    private static string? IntegerType(FieldInfo field, char sign)
    {
        return field.Kind is FieldKind.Unsigned or FieldKind.Signed or FieldKind.Enum or FieldKind.Timestamp
            && field.Width is 1 or 2 or 3 or 4 or 6 or 8 or 16
                ? string.Create(CultureInfo.InvariantCulture, $"{sign}{8 * field.Width}")
                : null;
    }

    private static string Comment(LayoutInfo layout, FieldInfo field) => Comment(SchemaFacts.MeaningOf(layout, field));

    private static string Comment(string meaning)
    {
        var comment = meaning.Replace("\\", "\\\\").Replace("\"", "\\\"");
        return comment.Length == 0 ? "" : $" [[comment(\"{comment}\")]]";
    }
}
