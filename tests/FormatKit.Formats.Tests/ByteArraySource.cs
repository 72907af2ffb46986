namespace FormatKit.Formats.Tests;

/// <summary>An array as a byte source.</summary>
internal sealed class ByteArraySource(byte[] bytes) : IByteSource
{
    public long Length => bytes.Length;

    public int Read(Span<byte> buffer, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var count = (int)Math.Min(buffer.Length, Math.Max(0, bytes.Length - offset));
        bytes.AsSpan((int)Math.Min(offset, bytes.Length), count).CopyTo(buffer);
        return count;
    }
}
