namespace FormatKit;

/// <summary>
/// The one's complement of the sum of all bytes taken as signed ones, in 32 bits: that of blktap's batmap 1.1, whose
/// definer summed <c>char</c>.
/// </summary>
public readonly partial struct OnesComplementSignedByteSum32 : IChecksumAlgorithm<uint>
{
    /// <inheritdoc/>
    public static bool IgnoresZeros => true;

    /// <inheritdoc/>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes) => unchecked(state + SumVectorised(bytes));

    /// <inheritdoc/>
    public static uint Finish(uint state) => ~state;

    /// <summary>The sum of signed bytes modulo 2^32, one by one: what the vectorised path must equal.</summary>
    internal static uint SumPlain(ReadOnlySpan<byte> bytes)
    {
        var sum = 0;
        foreach (var b in bytes)
        {
            sum = unchecked(sum + (sbyte)b);
        }

        return unchecked((uint)sum);
    }
}
