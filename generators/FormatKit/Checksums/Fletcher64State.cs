using System.Buffers.Binary;

namespace FormatKit;

/// <summary>What Fletcher-64 keeps between two pieces: the sums, and the bytes of a word that has been begun.</summary>
public struct Fletcher64State
{
    internal ulong Sums;
    internal uint Begun;
    internal int BegunBytes;

    /// <summary>The state after another byte.</summary>
    internal readonly Fletcher64State With(byte next)
    {
        var state = this;
        state.Begun |= (uint)next << (8 * BegunBytes);
        if (++state.BegunBytes == sizeof(uint))
        {
            Span<byte> word = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32LittleEndian(word, state.Begun);
            state = new Fletcher64State { Sums = Fletcher64.AppendPlain(Sums, word) };
        }

        return state;
    }
}
