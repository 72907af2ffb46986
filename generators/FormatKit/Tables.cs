using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

/// <summary>
/// Tables of integers in either byte order, decoded and encoded whole: a copy where the order is the machine's, and one
/// vectorised byte swap where it is not. Bytes may start anywhere. Tables of layouts need no decoding: they are
/// <see cref="Layout.ViewMany{T}"/>.
/// </summary>
public static class Tables
{
    /// <summary>Decodes a table.</summary>
    /// <typeparam name="T">An integer or an enum.</typeparam>
    /// <param name="source">The bytes of the elements.</param>
    /// <param name="destination">Takes the elements. It may be the very memory of <paramref name="source"/>.</param>
    /// <param name="order">Which byte of an element stands first.</param>
    /// <exception cref="ArgumentException">The source ends within an element, the destination is too short, or the two
    /// overlap without starting at the same byte.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither an integer nor an enum.</exception>
    public static void Decode<T>(ReadOnlySpan<byte> source, Span<T> destination, ByteOrder order)
        where T : unmanaged => Convert<T>(source, MemoryMarshal.AsBytes(destination), order);

    /// <summary>Decodes a table into an array of its own.</summary>
    /// <typeparam name="T">An integer or an enum.</typeparam>
    /// <param name="source">The bytes of the elements.</param>
    /// <param name="order">Which byte of an element stands first.</param>
    /// <exception cref="ArgumentException">The source ends within an element.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither an integer nor an enum.</exception>
    public static T[] Decode<T>(ReadOnlySpan<byte> source, ByteOrder order)
        where T : unmanaged
    {
        DemandWhole<T>(source.Length);
        var values = GC.AllocateUninitializedArray<T>(source.Length / Unsafe.SizeOf<T>());
        Decode(source, values, order);
        return values;
    }

    /// <summary>Encodes a table into the first bytes of a buffer.</summary>
    /// <typeparam name="T">An integer or an enum.</typeparam>
    /// <param name="source">The elements.</param>
    /// <param name="destination">Takes their bytes. It may be the very memory of <paramref name="source"/>.</param>
    /// <param name="order">Which byte of an element stands first.</param>
    /// <exception cref="ArgumentException">The destination is too short, or the two overlap without starting at the
    /// same byte.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither an integer nor an enum.</exception>
    public static void Encode<T>(ReadOnlySpan<T> source, Span<byte> destination, ByteOrder order)
        where T : unmanaged => Convert<T>(MemoryMarshal.AsBytes(source), destination, order);

    /// <summary>Turns a table into the other byte order where it stands.</summary>
    /// <typeparam name="T">An integer or an enum.</typeparam>
    /// <param name="table">The bytes of the elements.</param>
    /// <exception cref="ArgumentException">The bytes end within an element.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither an integer nor an enum.</exception>
    public static void Reverse<T>(Span<byte> table)
        where T : unmanaged
    {
        DemandWhole<T>(table.Length);
        Swap<T>(table, table);
    }

    /// <summary>A value whose bytes stand as the machine has them, from those of an order, and the other way round.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T InOrder<T>(T value, ByteOrder order)
        where T : unmanaged => IsNative(order) ? value : FieldAccess.Swap(value);

    /// <summary>Refuses bytes that are no whole number of elements, and elements that are no integers.</summary>
    internal static void DemandWhole<T>(int bytes)
        where T : unmanaged
    {
        if (!Element<T>.IsInteger)
        {
            throw new NotSupportedException($"A table holds integers or enums; {typeof(T)} is neither.");
        }

        if (bytes % Unsafe.SizeOf<T>() != 0)
        {
            throw new ArgumentException($"{bytes} bytes are no whole number of {typeof(T).Name} elements.");
        }
    }

    private static bool IsNative(ByteOrder order) => order == ByteOrder.LittleEndian == BitConverter.IsLittleEndian;

    private static void Convert<T>(ReadOnlySpan<byte> source, Span<byte> destination, ByteOrder order)
        where T : unmanaged
    {
        DemandWhole<T>(source.Length);
        if (destination.Length < source.Length)
        {
            throw new ArgumentException(
                $"The table has {source.Length} bytes; there is room for {destination.Length}.", nameof(destination));
        }

        destination = destination[..source.Length];
        if (source.Overlaps(destination, out var distance) && distance != 0)
        {
            throw new ArgumentException(
                "The two overlap without starting at the same byte.", nameof(destination));
        }

        if (IsNative(order))
        {
            source.CopyTo(destination);
        }
        else
        {
            Swap<T>(source, destination);
        }
    }

    // The base library's swap of spans is vectorised for every width that there is, and uses unaligned loads.
    private static void Swap<T>(ReadOnlySpan<byte> source, Span<byte> destination)
        where T : unmanaged
    {
        switch (Unsafe.SizeOf<T>())
        {
            case 1:
                source.CopyTo(destination);
                break;
            case 2:
                BinaryPrimitives.ReverseEndianness(Cast<ushort>(source), Cast<ushort>(destination));
                break;
            case 4:
                BinaryPrimitives.ReverseEndianness(Cast<uint>(source), Cast<uint>(destination));
                break;
            case 8:
                BinaryPrimitives.ReverseEndianness(Cast<ulong>(source), Cast<ulong>(destination));
                break;
            default:
                BinaryPrimitives.ReverseEndianness(Cast<UInt128>(source), Cast<UInt128>(destination));
                break;
        }
    }

    private static ReadOnlySpan<TRaw> Cast<TRaw>(ReadOnlySpan<byte> bytes)
        where TRaw : unmanaged => MemoryMarshal.Cast<byte, TRaw>(bytes);

    private static Span<TRaw> Cast<TRaw>(Span<byte> bytes)
        where TRaw : unmanaged => MemoryMarshal.Cast<byte, TRaw>(bytes);

    // A static field: once tiered up, the compiler knows the answer, and the question costs nothing.
    private static class Element<T>
        where T : unmanaged
    {
        public static readonly bool IsInteger = typeof(T).IsEnum || default(T) is byte or sbyte or ushort or short
            or uint or int or ulong or long or UInt128 or Int128;
    }
}
