using System.Buffers.Binary;

namespace FormatKit;

/// <summary>
/// Fletcher's checksum of 32-bit words, least significant byte first: in the lower half their sum, in the upper one the
/// sum of these sums, both modulo 2^32 - 1; a word that is not whole at the end has zeros behind it. Over <c>abcde</c>
/// it is 0xC8C6C527646362C6.
/// </summary>
public readonly partial struct Fletcher64 : IChecksumAlgorithm<ulong, Fletcher64State>
{
    private const uint Modulus = uint.MaxValue;

    /// <inheritdoc/>
    public static Fletcher64State Append(Fletcher64State state, ReadOnlySpan<byte> bytes)
    {
        while (state.BegunBytes > 0 && !bytes.IsEmpty)
        {
            state = state.With(bytes[0]);
            bytes = bytes[1..];
        }

        var whole = bytes[..(bytes.Length & ~3)];
        state.Sums = AppendDeferred(state.Sums, whole);
        foreach (var b in bytes[whole.Length..])
        {
            state = state.With(b);
        }

        return state;
    }

    /// <inheritdoc/>
    public static ulong Finish(Fletcher64State state)
    {
        while (state.BegunBytes > 0)
        {
            state = state.With(0);
        }

        return state.Sums;
    }

    /// <summary>The sums after whole words, one by one: what the fast path must equal.</summary>
    internal static ulong AppendPlain(ulong sums, ReadOnlySpan<byte> words)
    {
        var (sum, ofSums) = (sums & uint.MaxValue, sums >> 32);
        for (; words.Length >= sizeof(uint); words = words[sizeof(uint)..])
        {
            sum = (sum + BinaryPrimitives.ReadUInt32LittleEndian(words)) % Modulus;
            ofSums = (ofSums + sum) % Modulus;
        }

        return (ofSums << 32) | sum;
    }
}
