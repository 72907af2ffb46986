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

    /// <summary>
    /// Whether bytes that are zero leave every state as it is, as in a plain sum: a checksum's own field, which counts
    /// as zero, need not be appended then.
    /// </summary>
    static virtual bool IgnoresZeros => false;

    /// <summary>The checksum that a state stands for.</summary>
    static abstract TValue Finish(TValue state);
}
