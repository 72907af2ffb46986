using System.Text;
using System.Text.Json;

namespace FormatKit.Cli.Tests;

/// <summary>The tool, run inside the test's process.</summary>
internal sealed record Fkit(int ExitCode, byte[] Payload, string Error)
{
    public string Output => Encoding.UTF8.GetString(Payload);

    public JsonElement Json => JsonDocument.Parse(Payload).RootElement;

    /// <summary>Runs it with nothing on standard input.</summary>
    public static Fkit Run(params string[] arguments) => Run(Stream.Null, arguments);

    /// <summary>Runs it with bytes from a pipe, which has no length and no position.</summary>
    public static Fkit Pipe(byte[] input, params string[] arguments) => Run(new PipeOf(input), arguments);

    /// <summary>Runs it and demands success.</summary>
    public static Fkit Good(params string[] arguments)
    {
        var result = Run(arguments);
        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}: {result.Error}");
        return result;
    }

    /// <summary>Demands one line of error, and no trace of the code that found it.</summary>
    public Fkit HasOneErrorLine()
    {
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("fkit: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", line, StringComparison.Ordinal);
        return this;
    }

    private static Fkit Run(Stream input, string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var host = new ToolHost(() => input, () => output, error, TestContext.Current.CancellationToken);
        var code = Tool.Run(arguments, host);
        return new Fkit(code, output.ToArray(), error.ToString());
    }

    /// <summary>Bytes that come in small pieces and cannot be sought.</summary>
    private sealed class PipeOf(byte[] content) : MemoryStream(content)
    {
        private const int PieceLength = 4000;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, PieceLength)]);

        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, PieceLength));
    }
}
