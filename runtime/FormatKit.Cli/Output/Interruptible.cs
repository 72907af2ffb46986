namespace FormatKit.Cli.Output;

/// <summary>Reading from a pipe may wait for ever; a signal ends the wait, and the read is left to the end of the
/// process.</summary>
internal static class Interruptible
{
    /// <summary>Reads until the buffer is full or the stream ends.</summary>
    /// <returns>How many bytes there were.</returns>
    public static int ReadFull(Stream input, byte[] buffer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var reading = Task.Run(
                () => input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false), CancellationToken.None);
            return reading.WaitAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (IOException e)
        {
            throw new IOException($"standard input: {e.Message}", e);
        }
    }
}
