namespace FormatKit;

/// <summary>
/// Fletcher's checksum of bytes: in the lower half their sum, in the upper one the sum of these sums, both modulo 255.
/// Over <c>abcde</c> it is 0xC8F0. It does not tell a byte of zeros from one of ones.
/// </summary>
public readonly struct Fletcher16 : IChecksumAlgorithm<ushort>
{
    private const uint Modulus = 255;

    /// <inheritdoc/>
    public static ushort Append(ushort state, ReadOnlySpan<byte> bytes)
    {
        var (sum, ofSums) = (state & 0xFFu, (uint)state >> 8);
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, ByteSums.MostBytes)];
            var added = ByteSums.OfVectorised(part);
            ofSums = (uint)((ofSums + ((ulong)part.Length * sum) + added.OfSums) % Modulus);
            sum = (sum + added.Sum) % Modulus;
            bytes = bytes[part.Length..];
        }

        return (ushort)((ofSums << 8) | sum);
    }

    /// <inheritdoc/>
    public static ushort Finish(ushort state) => state;

    /// <summary>The state after some bytes, one by one: what the fast path must equal.</summary>
    internal static ushort AppendPlain(ushort state, ReadOnlySpan<byte> bytes)
    {
        var (sum, ofSums) = (state & 0xFFu, (uint)state >> 8);
        foreach (var b in bytes)
        {
            sum = (sum + b) % Modulus;
            ofSums = (ofSums + sum) % Modulus;
        }

        return (ushort)((ofSums << 8) | sum);
    }
}
