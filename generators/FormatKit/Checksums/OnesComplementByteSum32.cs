namespace FormatKit;

/// <summary>
/// The one's complement of the sum of all bytes, in 32 bits: the checksum of VHD footers and headers ("one's complement
/// of the sum of all the bytes in the footer without the checksum field").
/// </summary>
public readonly partial struct OnesComplementByteSum32 : IChecksumAlgorithm<uint>
{
    /// <inheritdoc/>
    public static bool IgnoresZeros => true;

    /// <inheritdoc/>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes) => state + SumVectorised(bytes);

    /// <inheritdoc/>
    public static uint Finish(uint state) => ~state;

    /// <summary>The sum of bytes modulo 2^32, one by one: what the vectorised path must equal.</summary>
    internal static uint SumPlain(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        foreach (var b in bytes)
        {
            sum += b;
        }

        return sum;
    }
}
