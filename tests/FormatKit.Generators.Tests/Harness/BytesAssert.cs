namespace FormatKit.Generators.Tests.Harness;

/// <summary>Compares bytes as people read them.</summary>
internal static class BytesAssert
{
    public static void SameBytes(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> found) =>
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(found));
}
