using System.Buffers.Binary;

namespace FormatKit;

/// <summary>
/// SHA-256 (FIPS 180-4), for a <c>[Bytes(32)]</c> field. Its state is a value and nothing is allocated, so it can be
/// continued from anywhere; the compression of blocks is the platform's own only where all bytes stand together.
/// </summary>
public readonly partial struct Sha256 : IChecksumAlgorithm<Digest256, Sha256State>
{
    private const int BlockLength = 64;

    /// <inheritdoc/>
    public static Sha256State Append(Sha256State state, ReadOnlySpan<byte> bytes)
    {
        var filled = (int)(state.Length % BlockLength);
        state.Length += (ulong)bytes.Length;
        Span<byte> block = state.Block;
        if (filled > 0)
        {
            var taken = Math.Min(bytes.Length, BlockLength - filled);
            bytes[..taken].CopyTo(block[filled..]);
            bytes = bytes[taken..];
            if (filled + taken < BlockLength)
            {
                return state;
            }

            Compress(ref state.Hash, block);
        }

        for (; bytes.Length >= BlockLength; bytes = bytes[BlockLength..])
        {
            Compress(ref state.Hash, bytes[..BlockLength]);
        }

        bytes.CopyTo(block);
        return state;
    }

    /// <inheritdoc/>
    public static Digest256 Finish(Sha256State state)
    {
        // A one bit, zeros, and the number of bits fill the last block: FIPS 180-4, 5.1.1.
        Span<byte> end = stackalloc byte[BlockLength + sizeof(ulong) + 1];
        end.Clear();
        end[0] = 0x80;
        var filled = (int)(state.Length % BlockLength);
        var padding = (filled < 56 ? 56 : 120) - filled;
        BinaryPrimitives.WriteUInt64BigEndian(end[padding..], state.Length * 8);
        state = Append(state, end[..(padding + sizeof(ulong))]);
        var digest = default(Digest256);
        for (var index = 0; index < 8; index++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(
                ((Span<byte>)digest)[(4 * index)..], state.Hash[index] ^ FirstHash[index]);
        }

        return digest;
    }
}
