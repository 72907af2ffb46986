using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>Bytes of a layout.</summary>
    public static ReadOnlySpan<byte> ViewBytes<TLayout>(ref readonly TLayout layout, int offset, int length)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        MemoryMarshal.CreateReadOnlySpan(in At(in layout, offset), length);

    /// <summary>Bytes of a layout, to edit.</summary>
    public static Span<byte> EditBytes<TLayout>(ref TLayout layout, int offset, int length)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        MemoryMarshal.CreateSpan(ref EditAt(ref layout, offset), length);

    /// <summary>Up to eight bytes as the number they are when the first is the most significant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadMagic<TLayout>(ref readonly TLayout layout, int offset, int length)
        where TLayout : struct, IBinaryLayout<TLayout> => length switch
        {
            8 => ReadBigEndian<TLayout, ulong>(in layout, offset),
            4 => ReadBigEndian<TLayout, uint>(in layout, offset),
            2 => ReadBigEndian<TLayout, ushort>(in layout, offset),
            _ => ReadBytewise(ViewBytes(in layout, offset, length)),
        };

    private static ulong ReadBytewise(ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        foreach (var b in bytes)
        {
            value = (value << 8) | b;
        }

        return value;
    }

    /// <summary>Writes what <see cref="ReadMagic{TLayout}"/> reads: where the length is an integer's, with one store.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteMagic<TLayout>(ref TLayout layout, int offset, int length, ulong value)
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        switch (length)
        {
            case 8:
                WriteBigEndian(ref layout, offset, value);
                break;
            case 4:
                WriteBigEndian(ref layout, offset, (uint)value);
                break;
            case 2:
                WriteBigEndian(ref layout, offset, (ushort)value);
                break;
            default:
                WriteBytewise(EditBytes(ref layout, offset, length), value);
                break;
        }
    }

    private static void WriteBytewise(Span<byte> bytes, ulong value)
    {
        for (var index = bytes.Length - 1; index >= 0; index--)
        {
            bytes[index] = (byte)value;
            value >>= 8;
        }
    }
}
