using System.Globalization;

namespace FormatKit;

internal static partial class KaitaiSchema
{
    private static bool IsInteger(FieldInfo field) =>
        field.Kind is FieldKind.Unsigned or FieldKind.Signed or FieldKind.Enum or FieldKind.Timestamp;

    private static bool IsSplit(FieldInfo field) => IsInteger(field) && field.Width is > 4 and < 8;

    private static bool IsSignedByHand(FieldInfo field) => field is { Kind: FieldKind.Signed, Width: 3 };

    private static bool HasEnum(FieldInfo field) =>
        field is { Kind: FieldKind.Enum, IsFlags: false, EnumNames.Count: > 0 } && !IsSplit(field);

    private static (string Part, int Width)[] PartsOf(FieldInfo field)
    {
        (string, int) low = ("low", 4), high = ("high", field.Width - 4);
        return field.Order == ByteOrder.LittleEndian ? [low, high] : [high, low];
    }

    private static bool IsFirst(string part, FieldInfo field) => part == PartsOf(field)[0].Part;

    /// <summary>Numbers that are put together, and the named bits of numbers.</summary>
    private static void WriteComputed(SchemaWriter writer, FieldInfo field, KaitaiIds ids, string? condition)
    {
        var id = ids.Of(field.Name);
        if (IsSplit(field))
        {
            var sum = $"{id}_high * 0x100000000 + {id}_low";
            var half = SchemaFacts.Hex(1UL << ((8 * (field.Width - 4)) - 1), field.Width - 4);
            var whole = SchemaFacts.Hex(1UL << (8 * (field.Width - 4)), field.Width - 3);
            WriteInstance(writer, id, condition, field.Kind == FieldKind.Signed
                ? $"({id}_high >= {half} ? {id}_high - {whole} : {id}_high) * 0x100000000 + {id}_low"
                : sum);
        }
        else if (IsSignedByHand(field))
        {
            WriteInstance(writer, id, condition, $"{id}_raw >= 0x800000 ? {id}_raw - 0x1000000 : {id}_raw");
        }

        foreach (var bits in field.Bits)
        {
            writer.Block($"{ids.Of(bits.Name)}:", () =>
            {
                var number = HasEnum(field) ? $"{id}.to_i" : id;
                var mask = SchemaFacts.Hex(bits.Mask >> bits.Shift, (bits.Count + 7) / 8);
                var value = string.Create(CultureInfo.InvariantCulture, $"({number} >> {bits.Shift}) & {mask}");
                writer.Line($"value: '{(bits.IsBool ? $"({value}) != 0" : value)}'");
                if (bits.Doc is { } doc)
                {
                    writer.Line($"doc: {Text(doc)}");
                }
            });
        }
    }

    private static void WriteInstance(SchemaWriter writer, string id, string? condition, string value) =>
        writer.Block($"{id}:", () =>
        {
            WriteIf(writer, condition);
            writer.Line($"value: '{value}'");
        });

    private static void WriteIf(SchemaWriter writer, string? condition)
    {
        if (condition is not null)
        {
            writer.Line($"if: '{condition}'");
        }
    }

    private static void WriteEnums(SchemaWriter writer, string layout, FieldInfo field, KaitaiIds ids)
    {
        if (!HasEnum(field))
        {
            return;
        }

        writer.Block($"{layout}_{ids.Of(field.Name)}:", () =>
        {
            var taken = new HashSet<string>();
            foreach (var named in field.EnumNames.DistinctBy(named => named.Value))
            {
                var name = SchemaTypes.Free(SchemaNames.Snake(named.Name), taken);
                writer.Line(string.Create(CultureInfo.InvariantCulture, $"{named.Value}: {name}"));
            }
        });
    }

    /// <summary>A field as the integer that a tag's values are held against.</summary>
    private static string IntegerOf(LayoutInfo layout, string name, KaitaiIds ids) =>
        layout.Fields.Any(field => field.Name == name && HasEnum(field)) ? $"{ids.Of(name)}.to_i" : ids.Of(name);
}
