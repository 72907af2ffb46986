namespace FormatKit;

/// <summary>
/// Adler-32 of zlib (RFC 1950, 8.2): in the lower half the sum of bytes and 1, in the upper one the sum of these sums,
/// both modulo 65521. Over <c>Wikipedia</c> it is 0x11E60398.
/// </summary>
/// <remarks>The state is the value with the lowest bit inverted, as the value starts with 1.</remarks>
public readonly struct Adler32 : IChecksumAlgorithm<uint>
{
    private const uint Modulus = 65521;

    /// <inheritdoc/>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        var (sum, ofSums) = ((state ^ 1) & 0xFFFF, (state ^ 1) >> 16);
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, ByteSums.MostBytes)];
            var added = ByteSums.OfVectorised(part);
            ofSums = (uint)((ofSums + ((ulong)part.Length * sum) + added.OfSums) % Modulus);
            sum = (sum + added.Sum) % Modulus;
            bytes = bytes[part.Length..];
        }

        return ((ofSums << 16) | sum) ^ 1;
    }

    /// <inheritdoc/>
    public static uint Finish(uint state) => state ^ 1;

    /// <summary>The state after some bytes, one by one: what the fast path must equal.</summary>
    internal static uint AppendPlain(uint state, ReadOnlySpan<byte> bytes)
    {
        var (sum, ofSums) = ((state ^ 1) & 0xFFFF, (state ^ 1) >> 16);
        foreach (var b in bytes)
        {
            sum = (sum + b) % Modulus;
            ofSums = (ofSums + sum) % Modulus;
        }

        return ((ofSums << 16) | sum) ^ 1;
    }
}
