using System.Runtime.CompilerServices;

namespace FormatKit;

/// <summary>What SHA-256 keeps between two pieces.</summary>
public struct Sha256State
{
    // Relative to the first hash, so that a state of zeros is the first one.
    internal Words Hash;
    internal Bytes Block;
    internal ulong Length;

    [InlineArray(8)]
    internal struct Words
    {
        private uint _word;
    }

    [InlineArray(64)]
    internal struct Bytes
    {
        private byte _byte;
    }
}
