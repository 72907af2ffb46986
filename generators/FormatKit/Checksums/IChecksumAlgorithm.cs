namespace FormatKit;

/// <summary>
/// A checksum that can be computed piece by piece and whose state is of the same type as its value: two static
/// methods are enough. The state starts as zero; an algorithm whose register starts elsewhere keeps its state relative
/// to that start.
/// </summary>
/// <typeparam name="TValue">What the checksum is: an unsigned integer, or an inline array of bytes.</typeparam>
public interface IChecksumAlgorithm<TValue> : IChecksumAlgorithm<TValue, TValue>
    where TValue : unmanaged;

/// <summary>
/// A checksum that can be computed piece by piece. The state starts as its <see langword="default"/>.
/// </summary>
/// <typeparam name="TValue">What the checksum is: an unsigned integer, or an inline array of bytes.</typeparam>
/// <typeparam name="TState">What is kept between two pieces; more than the value where a piece may end within a word.
/// </typeparam>
public interface IChecksumAlgorithm<TValue, TState>
    where TValue : unmanaged
    where TState : unmanaged
{
    /// <summary>The state after <paramref name="bytes"/>; a whole and its parts one by one give the same value.
    /// </summary>
    static abstract TState Append(TState state, ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Whether bytes that are zero leave every state as it is, as in a plain sum: a checksum's own field, which counts
    /// as zero, need not be appended then.
    /// </summary>
    static virtual bool IgnoresZeros => false;

    /// <summary>The checksum that a state stands for.</summary>
    static abstract TValue Finish(TState state);

    /// <summary>The checksum of bytes that stand together, for algorithms that have a faster way to it.</summary>
    /// <returns>Whether this one has.</returns>
    static virtual bool TryCompute(ReadOnlySpan<byte> bytes, out TValue value)
    {
        value = default;
        return false;
    }
}
