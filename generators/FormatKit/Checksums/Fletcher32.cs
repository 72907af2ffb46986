using System.Buffers.Binary;

namespace FormatKit;

/// <summary>
/// Fletcher's checksum of 16-bit words, least significant byte first: in the lower half their sum, in the upper one the
/// sum of these sums, both modulo 65535; an odd byte at the end has a zero behind it. Over <c>abcde</c> it is
/// 0xF04FC729.
/// </summary>
/// <remarks>The state is the value, above it a byte that has begun a word, and above that 1 where there is one.
/// </remarks>
public readonly partial struct Fletcher32 : IChecksumAlgorithm<uint, ulong>
{
    private const uint Modulus = 65535;
    private const ulong IsOdd = 1UL << 40;

    /// <inheritdoc/>
    public static ulong Append(ulong state, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return state;
        }

        var sums = (uint)state;
        if ((state & IsOdd) != 0)
        {
            sums = AppendPlain(sums, [(byte)(state >> 32), bytes[0]]);
            bytes = bytes[1..];
        }

        var even = bytes[..(bytes.Length & ~1)];
        sums = AppendDeferred(sums, even);
        return even.Length == bytes.Length ? sums : sums | ((ulong)bytes[^1] << 32) | IsOdd;
    }

    /// <inheritdoc/>
    public static uint Finish(ulong state) =>
        (state & IsOdd) == 0 ? (uint)state : AppendPlain((uint)state, [(byte)(state >> 32), 0]);

    /// <summary>The sums after whole words, one by one: what the fast path must equal.</summary>
    internal static uint AppendPlain(uint sums, ReadOnlySpan<byte> words)
    {
        var (sum, ofSums) = (sums & 0xFFFF, sums >> 16);
        for (; words.Length >= sizeof(ushort); words = words[sizeof(ushort)..])
        {
            sum = (sum + BinaryPrimitives.ReadUInt16LittleEndian(words)) % Modulus;
            ofSums = (ofSums + sum) % Modulus;
        }

        return (ofSums << 16) | sum;
    }
}
