namespace FormatKit.Testing.Tests.Kinds;

/// <summary>The sum of all bytes in 16 bits.</summary>
public readonly struct Sum16 : IChecksumAlgorithm<ushort>
{
    /// <inheritdoc/>
    public static ushort Append(ushort state, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            state += b;
        }

        return state;
    }

    /// <inheritdoc/>
    public static ushort Finish(ushort state) => state;
}
