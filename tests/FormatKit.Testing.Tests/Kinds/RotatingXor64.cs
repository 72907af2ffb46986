namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A checksum that, unlike a sum, depends on the places of the bytes.</summary>
public readonly struct RotatingXor64 : IChecksumAlgorithm<ulong>
{
    /// <inheritdoc/>
    public static ulong Append(ulong state, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            state = ulong.RotateLeft(state, 9) ^ b;
        }

        return state;
    }

    /// <inheritdoc/>
    public static ulong Finish(ulong state) => ~state;
}
