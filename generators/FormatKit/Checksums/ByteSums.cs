namespace FormatKit;

/// <summary>
/// The sum of bytes and the sum of all sums on the way to it, which is what Adler-32 and Fletcher-16 are made of: of n
/// bytes, the first counts n times in the second.
/// </summary>
internal static partial class ByteSums
{
    /// <summary>How many bytes <see cref="OfPlain"/> and <see cref="OfVectorised"/> take at most: with more, 32 bits
    /// would overflow.</summary>
    public const int MostBytes = 5552;

    /// <summary>Both sums, a byte at a time: what the vectorised path must equal.</summary>
    public static (uint Sum, uint OfSums) OfPlain(ReadOnlySpan<byte> bytes)
    {
        var (sum, ofSums) = (0u, 0u);
        foreach (var b in bytes)
        {
            sum += b;
            ofSums += sum;
        }

        return (sum, ofSums);
    }
}
