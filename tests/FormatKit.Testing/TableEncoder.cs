namespace FormatKit.Testing;

/// <summary>Writes integer fields by the table alone, a byte at a time.</summary>
internal static class TableEncoder
{
    /// <summary>Writes the number that <see cref="TableDecoder.Token"/> reads.</summary>
    public static void Write(FieldInfo field, Span<byte> bytes, ulong value)
    {
        var isBigEndian = field.FixedIsText || field.Kind == FieldKind.FourCC || field.Order == ByteOrder.BigEndian;
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[isBigEndian ? bytes.Length - 1 - index : index] = (byte)(value >> (8 * index));
        }
    }
}
