using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace FormatKit;

/// <summary>
/// What generated accessors call. Offsets are constants that the generator has checked against the layout's size, so
/// nothing is checked here: a read is one load and, where the orders differ, one byte swap.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class FieldAccess
{
    /// <summary>Reads an integer or enum whose most significant byte stands first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TInteger ReadBigEndian<TLayout, TInteger>(ref readonly TLayout layout, int offset)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TInteger : unmanaged
    {
        var value = Unsafe.ReadUnaligned<TInteger>(in At(in layout, offset));
        return BitConverter.IsLittleEndian ? Swap(value) : value;
    }

    /// <summary>Reads an integer or enum whose least significant byte stands first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TInteger ReadLittleEndian<TLayout, TInteger>(ref readonly TLayout layout, int offset)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TInteger : unmanaged
    {
        var value = Unsafe.ReadUnaligned<TInteger>(in At(in layout, offset));
        return BitConverter.IsLittleEndian ? value : Swap(value);
    }

    /// <summary>Writes an integer or enum, the most significant byte first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteBigEndian<TLayout, TInteger>(ref TLayout layout, int offset, TInteger value)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TInteger : unmanaged =>
        Unsafe.WriteUnaligned(ref EditAt(ref layout, offset), BitConverter.IsLittleEndian ? Swap(value) : value);

    /// <summary>Writes an integer or enum, the least significant byte first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteLittleEndian<TLayout, TInteger>(ref TLayout layout, int offset, TInteger value)
        where TLayout : struct, IBinaryLayout<TLayout>
        where TInteger : unmanaged =>
        Unsafe.WriteUnaligned(ref EditAt(ref layout, offset), BitConverter.IsLittleEndian ? value : Swap(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly byte At<TLayout>(ref readonly TLayout layout, int offset)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        ref Unsafe.AddByteOffset(ref Unsafe.As<TLayout, byte>(ref Unsafe.AsRef(in layout)), offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte EditAt<TLayout>(ref TLayout layout, int offset)
        where TLayout : struct, IBinaryLayout<TLayout> =>
        ref Unsafe.AddByteOffset(ref Unsafe.As<TLayout, byte>(ref layout), offset);

    // The size is a constant to the compiler of each instantiation: one branch is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TInteger Swap<TInteger>(TInteger value)
        where TInteger : unmanaged => Unsafe.SizeOf<TInteger>() switch
        {
            1 => value,
            2 => Unsafe.BitCast<ushort, TInteger>(
                BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<TInteger, ushort>(value))),
            4 => Unsafe.BitCast<uint, TInteger>(
                BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<TInteger, uint>(value))),
            8 => Unsafe.BitCast<ulong, TInteger>(
                BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<TInteger, ulong>(value))),
            _ => Unsafe.BitCast<UInt128, TInteger>(
                BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<TInteger, UInt128>(value))),
        };
}
