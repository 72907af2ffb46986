namespace FormatKit.Testing;

/// <summary>
/// Whether a checksum looks at what it covers. The table names the algorithm that generated code runs, so both agree on
/// one that is blind; here it is asked by itself.
/// </summary>
internal static class SeenBytes
{
    private const int Length = 48;

    /// <summary>Demands that for each byte some flipped bit of it changes the checksum.</summary>
    /// <param name="path">The field that holds the checksum.</param>
    /// <param name="algorithm">The name of the algorithm.</param>
    /// <param name="compute">The algorithm.</param>
    /// <param name="random">Draws the bytes that are summed.</param>
    /// <exception cref="BrokenClaimException">There is a byte that can be changed as one likes.</exception>
    public static void Expect(string path, string algorithm, Func<byte[], byte[]> compute, Random random)
    {
        var bytes = new byte[Length];
        random.NextBytes(bytes);
        var sum = compute(bytes);
        for (var index = 0; index < bytes.Length; index++)
        {
            if (!Enumerable.Range(0, 8).Any(bit => Changes(index, 1 << bit)))
            {
                throw new BrokenClaimException(
                    path, $"{algorithm} is the same whichever bit of byte {index} of {Length} is flipped");
            }
        }

        bool Changes(int index, int bit)
        {
            bytes[index] ^= (byte)bit;
            var changes = !compute(bytes).AsSpan().SequenceEqual(sum);
            bytes[index] ^= (byte)bit;
            return changes;
        }
    }
}
