namespace FormatKit.Testing;

/// <summary>Values that a field's setter must take, of its accessor's type.</summary>
internal static class LegalValues
{
    public static object Draw(FieldInfo field, Type type, Random random) => field.Kind switch
    {
        FieldKind.Text => Text(field, random),
        FieldKind.Guid => new Guid(Bytes(16, random)),
        FieldKind.Timestamp => field.Epoch.AddTicks((long)Bits(random, 4) * 10_000_000),
        FieldKind.FourCC => new FourCC((uint)Bits(random, 4)),
        FieldKind.Enum => Enum.ToObject(type, EnumValue(field, random)),
        _ => Integer(type, Bits(random, field.Width)),
    };

    private static object Integer(Type type, ulong bits) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => (byte)bits,
        TypeCode.SByte => (sbyte)bits,
        TypeCode.UInt16 => (ushort)bits,
        TypeCode.Int16 => (short)bits,
        TypeCode.UInt32 => (uint)bits,
        TypeCode.Int32 => (int)bits,
        TypeCode.Int64 => (long)bits,
        TypeCode.UInt64 => bits,
        _ => throw new NotSupportedException($"No integer field has an accessor of type {type}."),
    };

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

    private static string Text(FieldInfo field, Random random)
    {
        var isAscii = field.Encoding == TextEncoding.Ascii;
        var characters = new char[random.Next((field.Width / (isAscii ? 1 : 2)) + 1)];
        for (var index = 0; index < characters.Length; index++)
        {
            characters[index] = (char)(isAscii ? random.Next(1, 128) : random.Next(1, 0xD800));
            if (!isAscii && index > 0 && random.Next(8) == 0)
            {
                characters[index - 1] = (char)random.Next(0xD800, 0xDC00);
                characters[index++] = (char)random.Next(0xDC00, 0xE000);
            }
        }

        return new string(Array.ConvertAll(characters, character => character == 0 ? 'x' : character));
    }

    private static byte[] Bytes(int count, Random random)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
