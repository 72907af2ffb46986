using System.Buffers.Binary;
using System.Globalization;

namespace FormatKit;

public sealed partial class FieldInfo
{
    /// <summary>An integer of the field in words: text of a magic, enum name, time, size, or hexadecimal.</summary>
    /// <param name="value">The value, as the bits of the field; for text magics the disk bytes read big endian.</param>
    public string Describe(ulong value) => this switch
    {
        { FixedIsText: true } or { Kind: FieldKind.FourCC } => Quote(value, Width),
        _ when NullValue == value => $"none ({Hex(value)})",
        { Kind: FieldKind.Enum, IsFlags: true } => DescribeFlags(value),
        { Kind: FieldKind.Enum } => DescribeEnum(value),
        { Kind: FieldKind.Timestamp } => TimeScale.Describe(value, Epoch.UtcTicks, TimeUnit),
        { Kind: FieldKind.Bool } => value == 0 ? "false" : value == 1 ? "true" : $"true ({Number(value)})",
        { Kind: FieldKind.Reserved } => value == 0 ? "all zero" : $"0x{value & 0xff:x2} at byte {value >> 8} of it",
        { Kind: FieldKind.Signed } => SignExtend(value).ToString(CultureInfo.InvariantCulture),
        { Unit: Unit.Bytes, Role: FieldRole.Measure } => DescribeSize(value, value),
        { Unit: Unit.Sectors, Role: FieldRole.Measure } when value <= ulong.MaxValue / 512
            => DescribeSize(value, value * 512, " sectors"),
        { Unit: Unit.Blocks, Role: FieldRole.Measure } => value == 1 ? "1 block" : $"{Number(value)} blocks",
        { Unit: Unit.Blocks } => $"block {Number(value)}",
        { Unit: Unit.Bytes } => $"byte {Number(value)}",
        { Unit: Unit.Sectors } when value <= ulong.MaxValue / 512 =>
            $"sector {Number(value)} (byte {Number(value * 512)})",
        { Role: FieldRole.Checksum, Width: > 8 } =>
            value.ToString("x16", CultureInfo.InvariantCulture) + "…",
        { Role: FieldRole.Checksum or FieldRole.Magic or FieldRole.Constant } => Hex(value),
        _ => Number(value),
    };

    /// <summary>
    /// The integer that the field holds: its value, or for a text magic and a <see cref="FourCC"/> the disk bytes read
    /// big endian. Null for fields that are no integer of at most 8 bytes.
    /// </summary>
    /// <param name="layout">The bytes of the layout that holds the field.</param>
    public ulong? ReadInteger(ReadOnlySpan<byte> layout)
    {
        if (!IsInteger)
        {
            return null;
        }

        Span<byte> buffer = stackalloc byte[8];
        var bytes = layout.Slice(Offset, Width);
        if (FixedIsText || Kind == FieldKind.FourCC || Order == ByteOrder.BigEndian)
        {
            bytes.CopyTo(buffer[(8 - Width)..]);
            return BinaryPrimitives.ReadUInt64BigEndian(buffer);
        }

        bytes.CopyTo(buffer);
        return BinaryPrimitives.ReadUInt64LittleEndian(buffer);
    }

    /// <summary>Whether the field is an integer of at most 8 bytes, or is read as one.</summary>
    internal bool IsInteger => Width <= 8 && (FixedIsText || Kind is FieldKind.Unsigned or FieldKind.Signed
        or FieldKind.Enum or FieldKind.FourCC or FieldKind.Timestamp or FieldKind.Bool);

    /// <summary>What a rule of the field accepts, in words; null where the rule is none of values.</summary>
    internal string? DescribeRule(ViolationKind kind) => kind switch
    {
        ViolationKind.UnknownValue => DescribeNames(),
        ViolationKind.Range => DescribeRange(),
        ViolationKind.PowerOfTwo => "a power of two",
        ViolationKind.OneOf => DescribeOneOf(),
        ViolationKind.MissingFlags => $"{Describe(RequiredBits)} set",
        ViolationKind.UnknownFlags => "no bits but " + Describe(KnownBits ?? ulong.MaxValue),
        ViolationKind.NotBoolean => "0 or 1",
        ViolationKind.Time => "a time within the calendar",
        _ => null,
    };

    /// <summary>The named values of an enum, in words.</summary>
    internal string DescribeNames() =>
        "one of " + string.Join(", ", EnumNames.Select(named => named.Value).Distinct().Select(Describe));

    private static string Quote(ulong value, int width)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return TextForm.Quote(bytes[(8 - width)..]);
    }

    private string DescribeEnum(ulong value)
    {
        foreach (var named in EnumNames)
        {
            if (named.Value == value)
            {
                return $"{named.Name} ({value})";
            }
        }

        return $"{value} (unknown)";
    }

    private string DescribeFlags(ulong value)
    {
        var names = EnumNames.Where(named => named.Value != 0 && (value & named.Value) == named.Value).ToList();
        var rest = names.Aggregate(value, (left, named) => left & ~named.Value);
        var words = names.Select(named => named.Name).ToList();
        if (rest != 0)
        {
            words.Add("unknown " + Hex(rest));
        }

        return words.Count == 0 ? Hex(value) : $"{string.Join(" | ", words)} ({Hex(value)})";
    }

    private static string DescribeSize(ulong value, ulong bytes, string unit = " bytes") =>
        bytes < 1024 ? $"{Number(value)}{unit}" : $"{Number(value)}{unit} ({TextForm.Size(bytes)})";

    private long SignExtend(ulong value) => (long)(value << (64 - (8 * Width))) >> (64 - (8 * Width));

    private string Hex(ulong value) => "0x" + value.ToString("x" + (2 * Width), CultureInfo.InvariantCulture);

    private static string Number(ulong value) => value.ToString(CultureInfo.InvariantCulture);
}
