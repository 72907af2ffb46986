using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

/// <summary>
/// Integers or enums that stand in bytes of either byte order, to read and write in place. The bytes may start
/// anywhere: nothing need be aligned.
/// </summary>
/// <typeparam name="T">An integer or an enum.</typeparam>
public readonly ref struct EndianSpan<T>
    where T : unmanaged
{
    /// <summary>Takes bytes as integers.</summary>
    /// <param name="bytes">The bytes of all elements.</param>
    /// <param name="order">Which byte of an element stands first.</param>
    /// <exception cref="ArgumentException">The bytes end within an element.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither an integer nor an enum.</exception>
    public EndianSpan(Span<byte> bytes, ByteOrder order)
    {
        Tables.DemandWhole<T>(bytes.Length);
        Bytes = bytes;
        Order = order;
    }

    /// <summary>The bytes of all elements as they stand.</summary>
    public Span<byte> Bytes { get; }

    /// <summary>Which byte of an element stands first.</summary>
    public ByteOrder Order { get; }

    /// <summary>How many elements there are.</summary>
    public int Length => Bytes.Length / Unsafe.SizeOf<T>();

    /// <summary>An element.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none of that index.</exception>
    public T this[int index]
    {
        get => ((ReadOnlyEndianSpan<T>)this)[index];
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
            Unsafe.WriteUnaligned(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(Bytes), index * Unsafe.SizeOf<T>()),
                Tables.InOrder(value, Order));
        }
    }

    /// <summary>The same elements, to read.</summary>
    public static implicit operator ReadOnlyEndianSpan<T>(EndianSpan<T> span) => new(span.Bytes, span.Order);

    /// <summary>The elements from an index on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public EndianSpan<T> Slice(int start) => Slice(start, Length - start);

    /// <summary>So many elements from an index on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public EndianSpan<T> Slice(int start, int length)
    {
        ReadOnlyEndianSpan<T>.DemandPart(start, length, Length);
        return new(Bytes.Slice(start * Unsafe.SizeOf<T>(), length * Unsafe.SizeOf<T>()), Order);
    }

    /// <summary>Writes elements over the first ones, all at once.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="Length"/>.</exception>
    public void CopyFrom(ReadOnlySpan<T> values) => Tables.Encode(values, Bytes, Order);

    /// <summary>Writes one value over every element.</summary>
    public void Fill(T value)
    {
        var raw = Tables.InOrder(value, Order);
        for (var at = 0; at < Bytes.Length; at += Unsafe.SizeOf<T>())
        {
            MemoryMarshal.Write(Bytes[at..], in raw);
        }
    }

    /// <summary>Reads all elements into a span that has room for them.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="Length"/>.</exception>
    public void CopyTo(Span<T> destination) => Tables.Decode(Bytes, destination, Order);

    /// <summary>All elements.</summary>
    public T[] ToArray() => Tables.Decode<T>(Bytes, Order);

    /// <summary>Reads the elements one after the other.</summary>
    public ReadOnlyEndianSpan<T>.Enumerator GetEnumerator() => ((ReadOnlyEndianSpan<T>)this).GetEnumerator();
}
