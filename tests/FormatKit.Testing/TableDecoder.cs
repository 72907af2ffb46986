using System.Text;

namespace FormatKit.Testing;

/// <summary>
/// Reads fields by the table alone, a byte at a time: the slow twin that every accessor must equal. It shares no code
/// with them.
/// </summary>
internal static partial class TableDecoder
{
    /// <summary>The field's value as a plain one: see <see cref="Plain"/>. Null for raw bytes and layouts.</summary>
    public static object? Value(FieldInfo field, ReadOnlySpan<byte> bytes) => field.Kind switch
    {
        FieldKind.Unsigned when field.Width == 16 => Wide(bytes, field.Order),
        FieldKind.Signed when field.Width == 16 => unchecked((Int128)Wide(bytes, field.Order)),
        FieldKind.Unsigned or FieldKind.Enum or FieldKind.Float => Unsigned(bytes, field.Order),
        FieldKind.Signed => Signed(bytes, field.Order),
        FieldKind.Bool => bytes[0] != 0,
        FieldKind.FourCC => Unsigned(bytes, ByteOrder.BigEndian),
        FieldKind.Timestamp => Time(field, Unsigned(bytes, field.Order)),
        FieldKind.Guid => GuidText(bytes, field.GuidOrder),
        FieldKind.Text => Text(field, bytes),
        FieldKind.Integers => Elements(field.Element!, bytes),
        _ => null,
    };

    /// <summary>The number that rules speak of: for text magics and FourCCs the disk bytes read big endian.</summary>
    public static ulong? Token(FieldInfo field, ReadOnlySpan<byte> bytes) => field switch
    {
        { FixedIsText: true } or { Kind: FieldKind.FourCC } => Unsigned(bytes, ByteOrder.BigEndian),
        { Kind: FieldKind.Unsigned or FieldKind.Signed or FieldKind.Enum or FieldKind.Timestamp or FieldKind.Bool,
            Width: <= 8 } => Unsigned(bytes, field.Order),
        _ => null,
    };

    /// <summary>What the accessor of a field returned as a plain value: a number, a text or a time.</summary>
    public static object Plain(FieldInfo field, object value) => value switch
    {
        Enum named when Convert.GetTypeCode(named)
            is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64
            => (ulong)Convert.ToInt64(named, null) & (ulong.MaxValue >> (64 - (8 * field.Width))),
        Enum named => Convert.ToUInt64(named, null),
        byte or ushort or uint or ulong => Convert.ToUInt64(value, null),
        sbyte or short or int or long => Convert.ToInt64(value, null),
        FourCC code => (ulong)code.Value,
        float number => (ulong)BitConverter.SingleToUInt32Bits(number),
        double number => BitConverter.DoubleToUInt64Bits(number),
        Guid id => id.ToString("D"),
        Array elements => PlainElements(field.Element!, elements),
        _ => value,
    };

    private static ulong Unsigned(ReadOnlySpan<byte> bytes, ByteOrder order)
    {
        var value = 0UL;
        for (var index = 0; index < bytes.Length; index++)
        {
            value = (value * 256) + bytes[order == ByteOrder.BigEndian ? index : bytes.Length - 1 - index];
        }

        return value;
    }

    private static long Signed(ReadOnlySpan<byte> bytes, ByteOrder order)
    {
        var half = UInt128.One << ((8 * bytes.Length) - 1);
        var value = Unsigned(bytes, order);
        return (long)((Int128)value - (value < half ? 0 : (Int128)(half * 2)));
    }

    private static UInt128 Wide(ReadOnlySpan<byte> bytes, ByteOrder order)
    {
        var value = UInt128.Zero;
        for (var index = 0; index < bytes.Length; index++)
        {
            value = (value * 256) + bytes[order == ByteOrder.BigEndian ? index : bytes.Length - 1 - index];
        }

        return value;
    }

    /// <summary>The greatest count of a timestamp that is a date: the calendar ends with the year 9999.</summary>
    public static UInt128 LastCount(FieldInfo field) =>
        (UInt128)(DateTimeOffset.MaxValue - field.Epoch).Ticks / (UInt128)TicksOf(field.TimeUnit);

    public static long TicksOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Seconds => 10_000_000,
        TimeUnit.Milliseconds => 10_000,
        TimeUnit.HundredNanoseconds => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    private static DateTimeOffset Time(FieldInfo field, ulong count) =>
        count > LastCount(field) ? DateTimeOffset.MaxValue
            : field.Epoch + new TimeSpan(checked((long)count * TicksOf(field.TimeUnit)));

    private static string GuidText(ReadOnlySpan<byte> bytes, GuidOrder order)
    {
        int[] places = order == GuidOrder.Rfc4122
            ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
            : [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
        var text = new StringBuilder();
        for (var index = 0; index < places.Length; index++)
        {
            text.Append(index is 4 or 6 or 8 or 10 ? "-" : "");
            text.Append("0123456789abcdef"[bytes[places[index]] / 16]);
            text.Append("0123456789abcdef"[bytes[places[index]] % 16]);
        }

        return text.ToString();
    }
}
