using System.Buffers.Binary;

namespace FormatKit;

/// <summary>
/// The Internet checksum of RFC 1071, of IP, TCP, UDP and ICMP: the one's complement of the one's complement sum of
/// 16-bit words, most significant byte first; an odd byte at the end has a zero behind it. Over all bytes with the
/// field as it stands, zero comes out.
/// </summary>
/// <remarks>The state is the folded sum, with a bit above it that says whether a word has been begun.</remarks>
public readonly partial struct InternetChecksum
    : IChecksumAlgorithm<ushort, uint>, IBalancedChecksum<ushort, uint>
{
    private const uint IsOdd = 0x1_0000;

    /// <inheritdoc/>
    public static ushort Residue => 0;

    /// <inheritdoc/>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        // A sum of words that begin at odd places is that of swapped words: RFC 1071, 2 (B).
        var sum = SumVectorised(bytes);
        var isOdd = (state & IsOdd) != 0;
        var added = isOdd ? BinaryPrimitives.ReverseEndianness(sum) : sum;
        return Fold((ushort)state + (ulong)added) | (isOdd != (bytes.Length % 2 != 0) ? IsOdd : 0);
    }

    /// <inheritdoc/>
    public static ushort Finish(uint state) => (ushort)~state;

    /// <inheritdoc/>
    public static ushort Solve(uint state, int position, ByteOrder order) =>
        position % 2 == 0 == (order == ByteOrder.BigEndian)
            ? Finish(state)
            : BinaryPrimitives.ReverseEndianness(Finish(state));

    /// <summary>The folded sum of words, one by one: what the vectorised path must equal.</summary>
    internal static ushort SumPlain(ReadOnlySpan<byte> bytes)
    {
        var sum = 0UL;
        for (var index = 0; index < bytes.Length; index++)
        {
            sum += (uint)bytes[index] << (index % 2 == 0 ? 8 : 0);
        }

        return Fold(sum);
    }

    private static ushort Fold(ulong sum)
    {
        while (sum > ushort.MaxValue)
        {
            sum = (sum & ushort.MaxValue) + (sum >> 16);
        }

        return (ushort)sum;
    }
}
