using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

/// <summary>
/// Integers or enums that stand in bytes of either byte order, to read in place. The bytes may start anywhere: nothing
/// need be aligned. Whoever wants all of them takes <see cref="CopyTo"/>, which decodes at memory speed.
/// </summary>
/// <typeparam name="T">An integer or an enum.</typeparam>
public readonly ref struct ReadOnlyEndianSpan<T>
    where T : unmanaged
{
    /// <summary>Takes bytes as integers.</summary>
    /// <param name="bytes">The bytes of all elements.</param>
    /// <param name="order">Which byte of an element stands first.</param>
    /// <exception cref="ArgumentException">The bytes end within an element.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither an integer nor an enum.</exception>
    public ReadOnlyEndianSpan(ReadOnlySpan<byte> bytes, ByteOrder order)
    {
        Tables.DemandWhole<T>(bytes.Length);
        Bytes = bytes;
        Order = order;
    }

    /// <summary>The bytes of all elements as they stand.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Which byte of an element stands first.</summary>
    public ByteOrder Order { get; }

    /// <summary>How many elements there are.</summary>
    public int Length => Bytes.Length / Unsafe.SizeOf<T>();

    /// <summary>An element.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none of that index.</exception>
    public T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length, nameof(index));
            return Tables.InOrder(
                Unsafe.ReadUnaligned<T>(
                    in Unsafe.Add(ref MemoryMarshal.GetReference(Bytes), index * Unsafe.SizeOf<T>())),
                Order);
        }
    }

    /// <summary>The elements from an index on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public ReadOnlyEndianSpan<T> Slice(int start) => Slice(start, Length - start);

    /// <summary>So many elements from an index on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public ReadOnlyEndianSpan<T> Slice(int start, int length)
    {
        DemandPart(start, length, Length);
        return new(Bytes.Slice(start * Unsafe.SizeOf<T>(), length * Unsafe.SizeOf<T>()), Order);
    }

    /// <summary>Reads all elements into a span that has room for them.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="Length"/>.</exception>
    public void CopyTo(Span<T> destination) => Tables.Decode(Bytes, destination, Order);

    /// <summary>All elements.</summary>
    public T[] ToArray() => Tables.Decode<T>(Bytes, Order);

    /// <summary>Reads the elements one after the other.</summary>
    public Enumerator GetEnumerator() => new(this);

    // Before lengths become bytes: the product of a wrong one could wrap into a right one.
    internal static void DemandPart(int start, int length, int all)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)all, nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)(all - start), nameof(length));
    }

    /// <summary>Reads the elements one after the other.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlyEndianSpan<T> _span;
        private int _index = -1;

        internal Enumerator(ReadOnlyEndianSpan<T> span) => _span = span;

        /// <summary>The element reached.</summary>
        public readonly T Current => _span[_index];

        /// <summary>Goes on to the next element.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _span.Length;
    }
}
