using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace FormatKit;

public static partial class FieldAccess
{
    /// <summary>
    /// Reads an unsigned integer of 1 to 8 bytes. Width and order are constants in generated code, so that one branch
    /// is left: a load, or two that overlap where no load has the width.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadUnsigned<TLayout>(ref readonly TLayout layout, int offset, int width, ByteOrder order)
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        var isBig = order == ByteOrder.BigEndian;
        switch (width)
        {
            case 1: return At(in layout, offset);
            case 2: return ReadOrdered<TLayout, ushort>(in layout, offset, isBig);
            case 3:
                uint first = ReadOrdered<TLayout, ushort>(in layout, offset, isBig);
                uint last = ReadOrdered<TLayout, ushort>(in layout, offset + 1, isBig);
                return isBig ? (first << 8) | last : first | (last << 8);
            case 4: return ReadOrdered<TLayout, uint>(in layout, offset, isBig);
            case 8: return ReadOrdered<TLayout, ulong>(in layout, offset, isBig);
            default:
                var shift = 8 * (width - 4);
                ulong head = ReadOrdered<TLayout, uint>(in layout, offset, isBig);
                ulong tail = ReadOrdered<TLayout, uint>(in layout, offset + width - 4, isBig);
                return isBig ? (head << shift) | tail : head | (tail << shift);
        }
    }

    /// <summary>Reads a two's complement integer of 1 to 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ReadSigned<TLayout>(ref readonly TLayout layout, int offset, int width, ByteOrder order)
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        var unused = 64 - (8 * width);
        return (long)(ReadUnsigned(in layout, offset, width, order) << unused) >> unused;
    }

    /// <summary>Writes an unsigned integer of 1 to 8 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has more bits than the field; the bytes are as they were.
    /// </exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUnsigned<TLayout>(
        ref TLayout layout, int offset, int width, ByteOrder order, ulong value, string field)
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        if (value > ulong.MaxValue >> (64 - (8 * width)))
        {
            ThrowTooWide(field, value, 0UL, ulong.MaxValue >> (64 - (8 * width)));
        }

        WriteLow(ref layout, offset, width, order, value);
    }

    /// <summary>Writes a two's complement integer of 1 to 8 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has more bits than the field; the bytes are as they were.
    /// </exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteSigned<TLayout>(
        ref TLayout layout, int offset, int width, ByteOrder order, long value, string field)
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        var unused = 64 - (8 * width);
        if ((value << unused) >> unused != value)
        {
            ThrowTooWide(field, value, long.MinValue >> unused, long.MaxValue >> unused);
        }

        WriteLow(ref layout, offset, width, order, (ulong)value);
    }

    /// <summary>Writes the low bytes of an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteLow<TLayout>(ref TLayout layout, int offset, int width, ByteOrder order, ulong value)
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        var isBig = order == ByteOrder.BigEndian;
        var (first, last) = isBig ? (8 * (width - (width <= 4 ? 2 : 4)), 0) : (0, 8 * (width - (width <= 4 ? 2 : 4)));
        switch (width)
        {
            case 1: EditAt(ref layout, offset) = (byte)value; break;
            case 2: WriteOrdered(ref layout, offset, (ushort)value, isBig); break;
            case 3:
                WriteOrdered(ref layout, offset, (ushort)(value >> first), isBig);
                WriteOrdered(ref layout, offset + 1, (ushort)(value >> last), isBig);
                break;
            case 4: WriteOrdered(ref layout, offset, (uint)value, isBig); break;
            case 8: WriteOrdered(ref layout, offset, value, isBig); break;
            default:
                WriteOrdered(ref layout, offset, (uint)(value >> first), isBig);
                WriteOrdered(ref layout, offset + width - 4, (uint)(value >> last), isBig);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TInteger ReadOrdered<TLayout, TInteger>(ref readonly TLayout layout, int offset, bool isBig)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TInteger : unmanaged =>
        isBig ? ReadBigEndian<TLayout, TInteger>(in layout, offset)
            : ReadLittleEndian<TLayout, TInteger>(in layout, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteOrdered<TLayout, TInteger>(ref TLayout layout, int offset, TInteger value, bool isBig)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TInteger : unmanaged
    {
        if (isBig)
        {
            WriteBigEndian(ref layout, offset, value);
        }
        else
        {
            WriteLittleEndian(ref layout, offset, value);
        }
    }

    [DoesNotReturn]
    private static void ThrowTooWide<TValue>(string field, TValue value, TValue least, TValue greatest) =>
        throw new ArgumentOutOfRangeException(field, value, string.Create(
            CultureInfo.InvariantCulture, $"{field} holds numbers from {least} to {greatest}."));
}
