namespace FormatKit.Formats;

/// <summary>Bytes that can be looked at by offset: all that finding the structures of a file takes.</summary>
public interface IByteSource
{
    /// <summary>Bytes there are.</summary>
    long Length { get; }

    /// <summary>Reads from <paramref name="offset"/> until the buffer is full or the bytes end.</summary>
    /// <returns>The number of bytes read.</returns>
    int Read(Span<byte> buffer, long offset);
}
