using System.Numerics;

namespace FormatKit;

/// <summary>
/// A checksum that can be computed piece by piece. The state starts as zero; an algorithm whose register starts
/// elsewhere keeps its state relative to that start.
/// </summary>
/// <typeparam name="TValue">The unsigned integer that holds state and result.</typeparam>
public interface IChecksumAlgorithm<TValue>
    where TValue : unmanaged, IBinaryInteger<TValue>, IUnsignedNumber<TValue>
{
    /// <summary>The state after <paramref name="bytes"/>; a whole and its parts one by one give the same.</summary>
    static abstract TValue Append(TValue state, ReadOnlySpan<byte> bytes);

    /// <summary>The checksum that a state stands for.</summary>
    static abstract TValue Finish(TValue state);
}
