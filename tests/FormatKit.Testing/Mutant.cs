namespace FormatKit.Testing;

/// <summary>An input that was made from another one.</summary>
/// <param name="What">What was done to it, such as <c>DiskType at byte 60: max - 1, sealed</c>.</param>
/// <param name="Bytes">The input.</param>
public sealed record Mutant(string What, byte[] Bytes)
{
    /// <inheritdoc/>
    public override string ToString() => $"{What}: {BytePicture.Of(Bytes)}";
}
