namespace FormatKit.Cli.Output;

/// <summary>Standard output, with errors that name it, and writes that a signal interrupts even while a pipe is
/// full.</summary>
internal sealed class PayloadStream(Stream inner, CancellationToken cancellation) : Stream
{
    private const int BrokenPipe = 32; // EPIPE
    private const int LongWrite = 64 << 10;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        Write(new ReadOnlyMemory<byte>(buffer, offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray().AsMemory());

    public void Write(ReadOnlyMemory<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            if (buffer.Length < LongWrite)
            {
                inner.Write(buffer.Span);
                return;
            }

            // The write itself may wait for a reader for ever. When a signal comes, it is left to the end of the
            // process.
            var writing = Task.Run(() => inner.Write(buffer.Span), CancellationToken.None);
            writing.WaitAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (IOException e)
        {
            throw Named(e);
        }
    }

    public override void Flush()
    {
        try
        {
            inner.Flush();
        }
        catch (IOException e)
        {
            throw Named(e);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static IOException Named(IOException e) =>
        e.HResult == BrokenPipe ? new OutputClosedException(e) : new IOException($"standard output: {e.Message}", e);
}
