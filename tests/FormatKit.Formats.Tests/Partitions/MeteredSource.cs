namespace FormatKit.Formats.Tests.Partitions;

/// <summary>Counts what is read of an array.</summary>
internal sealed class MeteredSource(byte[] bytes) : IByteSource
{
    private readonly ByteArraySource _source = new(bytes);

    public long Length => _source.Length;

    public int Reads { get; private set; }

    public long BytesRead { get; private set; }

    public int Read(Span<byte> buffer, long offset)
    {
        Reads++;
        BytesRead += buffer.Length;
        return _source.Read(buffer, offset);
    }
}
