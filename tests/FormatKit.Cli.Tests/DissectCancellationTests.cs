using FormatKit.Cli.Output;
using FormatKit.Formats;
using FormatKit.Formats.Png;

namespace FormatKit.Cli.Tests;

/// <summary>Ctrl-C while a record is read or taken apart, of which there may be 256 MiB.</summary>
public sealed class DissectCancellationTests : IDisposable
{
    private static readonly byte[] Png = new PngFile
    {
        Chunks = [.. Enumerable.Range(0, 300_000).Select(_ => new PngChunk(new PngImageData())), new(new PngEnd())],
    }.ToBytes();

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_signal_after_the_file_was_read_stops_before_its_first_chunk()
    {
        using var source = new SignalledFile(Png, after: Png.Length);

        Assert.Throws<OperationCanceledException>(() => DissectedRecord.Find(source, source.Token));
        Assert.Equal(Png.Length, source.BytesRead);
    }

    [Fact]
    public void A_signal_while_the_file_is_read_stops_reading()
    {
        using var source = new SignalledFile(Png, after: 1 << 20);

        Assert.Throws<OperationCanceledException>(() => DissectedRecord.Find(source, source.Token));
        Assert.Equal(1 << 20, source.BytesRead);
    }

    [Fact]
    public void The_tool_ends_with_the_code_of_the_signal_and_says_nothing()
    {
        using var source = new CancellationTokenSource();
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var host = new ToolHost(() => Stream.Null, () => output, error, source.Token)
        {
            StoppedCode = () => ExitCode.Terminated,
        };
        source.Cancel();

        Assert.Equal(ExitCode.Terminated, Tool.Run(["dissect", _folder.File("a.png", Png)], host));
        Assert.Equal((0, ""), (output.Length, error.ToString()));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A file during whose reading a signal comes, once so many bytes were read.</summary>
    private sealed class SignalledFile(byte[] bytes, int after) : IByteSource, IDisposable
    {
        private readonly CancellationTokenSource _source = new();

        public CancellationToken Token => _source.Token;

        /// <summary>How many bytes were read besides the magic, which is looked at first.</summary>
        public int BytesRead { get; private set; }

        public long Length => bytes.Length;

        public int Read(Span<byte> buffer, long offset)
        {
            var piece = bytes.AsSpan((int)offset, (int)Math.Min(buffer.Length, bytes.Length - offset));
            piece.CopyTo(buffer);
            BytesRead += piece.Length > 8 ? piece.Length : 0;
            if (BytesRead >= after)
            {
                _source.Cancel();
            }

            return piece.Length;
        }

        public void Dispose() => _source.Dispose();
    }
}
