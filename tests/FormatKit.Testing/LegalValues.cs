namespace FormatKit.Testing;

/// <summary>Values that a field's setter must take, of its accessor's type.</summary>
internal static partial class LegalValues
{
    public static object Draw(FieldInfo field, Type type, Random random) => field.Kind switch
    {
        FieldKind.Text => Text(field, random),
        FieldKind.Guid => new Guid(Bytes(16, random)),
        FieldKind.Timestamp => field.Epoch.AddTicks((long)Count(field, random) * TableDecoder.TicksOf(field.TimeUnit)),
        FieldKind.Bool => random.Next(2) == 1,
        FieldKind.Float when type == typeof(float) => BitConverter.UInt32BitsToSingle((uint)Bits(random, 4)),
        FieldKind.Float => BitConverter.UInt64BitsToDouble(Bits(random, 8)),
        _ when type == typeof(UInt128) => new UInt128(Bits(random, 8), Bits(random, 8)),
        _ when type == typeof(Int128) => new Int128(Bits(random, 8), Bits(random, 8)),
        FieldKind.FourCC => new FourCC((uint)Bits(random, 4)),
        FieldKind.Enum => Enum.ToObject(
            type, Integer(Enum.GetUnderlyingType(type), EnumValue(field, random), field.Width)),
        FieldKind.Integers => Elements(field, type.GetElementType()!, random),
        _ => Integer(type, Bits(random, field.Width), field.Width),
    };

    private static object Integer(Type type, ulong bits, int width) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => (byte)bits,
        TypeCode.SByte => (sbyte)bits,
        TypeCode.UInt16 => (ushort)bits,
        TypeCode.Int16 => (short)bits,
        TypeCode.UInt32 => (uint)bits,
        TypeCode.Int32 => (int)Signed(bits, width),
        TypeCode.Int64 => Signed(bits, width),
        TypeCode.UInt64 => bits,
        _ => throw new NotSupportedException($"No integer field has an accessor of type {type}."),
    };

    private static long Signed(ulong bits, int width) => (long)(bits << (64 - (8 * width))) >> (64 - (8 * width));

    /// <summary>A count of a timestamp that is a date; often the last one.</summary>
    public static ulong Count(FieldInfo field, Random random)
    {
        var last = (ulong)UInt128.Min(TableDecoder.LastCount(field), ulong.MaxValue >> (64 - (8 * field.Width)));
        var count = Bits(random, field.Width);
        return count <= last ? count : random.Next(2) == 0 ? last : count % last;
    }

    private static ulong EnumValue(FieldInfo field, Random random) =>
        field.EnumNames.Count > 0 && random.Next(2) == 0
            ? field.EnumNames[random.Next(field.EnumNames.Count)].Value
            : Bits(random, field.Width);

    /// <summary>Any number of so many bytes; half of the time an extreme one.</summary>
    private static ulong Bits(Random random, int width)
    {
        var max = ulong.MaxValue >> (64 - (8 * width));
        return random.Next(8) switch
        {
            0 => 0,
            1 => 1,
            2 => max,
            3 => (max / 2) + 1,
            _ => BitConverter.ToUInt64(Bytes(8, random)) & max,
        };
    }

    private static byte[] Bytes(int count, Random random)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
