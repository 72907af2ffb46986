using System.CommandLine;
using System.Text.Json;
using FormatKit.Cli.Output;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;

namespace FormatKit.Cli.Commands;

/// <summary>Whether two guests see the same disk.</summary>
internal sealed class CompareCommand : ToolCommand
{
    private readonly Argument<string> _first = Choices.File("A", "The one image");
    private readonly Argument<string> _second = Choices.File("B", "The other image");
    private readonly Option<string?> _firstFormat = Choices.Format("The format of A");
    private readonly Option<string?> _secondFormat = new("-F") { Description = "The format of B", HelpName = "FORMAT" };
    private readonly Option<bool> _strict = new("-s", "--strict") { Description = "Disks of different sizes differ" };
    private readonly Option<bool> _forceShare = Choices.ForceShare();
    private readonly Option<string[]> _open = Choices.OpenOptions();
    private readonly Option<string[]> _allowDir = Choices.AllowDir();
    private readonly Option<string> _output = Choices.Output();
    private readonly Option<bool> _quiet = Choices.Quiet();
    private readonly Option<bool> _progress = Choices.Progress();
    private readonly Option<int> _workers = Choices.Workers();
    private bool _areOpen;

    public CompareCommand(ToolHost host)
        : base(
            host, "compare", "Compare what the guests of two images see.",
            "compare [-f FORMAT] [-F FORMAT] [-s] [-p] [-q] [-U] [--output human|json] A B")
    {
        Arguments.Add(_first);
        Arguments.Add(_second);
        foreach (var option in (ReadOnlySpan<Option>)
            [
                _firstFormat, _secondFormat, _strict, _forceShare, _open, _allowDir, _output, _quiet, _progress,
                _workers,
            ])
        {
            Options.Add(option);
        }
    }

    public override int CodeFor(Exception failure) => failure is UsageException ? ExitCode.Usage
        : _areOpen ? ExitCode.CompareReadFailed
        : ExitCode.CannotCompare;

    protected override int Run(ParseResult parsed)
    {
        var isJson = Choices.IsJson(parsed.GetValue(_output));
        var isQuiet = parsed.GetValue(_quiet);
        var workers = Choices.WorkersOf(parsed.GetValue(_workers));
        using var first = Open(parsed, _first, _firstFormat);
        using var second = Open(parsed, _second, _secondFormat);
        _areOpen = true;
        var isStrict = parsed.GetValue(_strict);
        var result = Progress.Show(Host, "comparing", Math.Max(first.Length, second.Length), isQuiet, progress =>
            CompareOperation.Run(
                first, second, new CompareOptions { Workers = workers, Strict = isStrict, Progress = progress },
                Host.Cancellation));
        if (isJson)
        {
            Json.Write(Host, json => WriteJson(json, first, second, result));
        }
        else if (!isQuiet)
        {
            WriteText(result, isStrict);
        }

        return result.AreEqual ? ExitCode.Success : ExitCode.Different;
    }

    private DiskImage Open(ParseResult parsed, Argument<string> file, Option<string?> format) =>
        Choices.OpenImage(Host, parsed.GetRequiredValue(file), new ImageOpenOptions
        {
            Format = Choices.FormatOf(parsed.GetValue(format)),
            ForceShare = parsed.GetValue(_forceShare),
            Options = OptionValues.Parse(parsed.GetValue(_open) ?? []),
            Gate = Choices.GateOf(parsed.GetValue(_allowDir)),
        }, parsed.GetValue(_quiet));

    private static void WriteJson(Utf8JsonWriter json, DiskImage first, DiskImage second, CompareResult result)
    {
        json.WriteStartObject();
        json.WriteBoolean("identical", result.AreEqual);
        json.WriteBoolean("size-mismatch", result.LengthsDiffer);
        if (result.FirstDifference is { } offset)
        {
            json.WriteNumber("offset", offset);
        }

        json.WriteStartArray("images");
        foreach (var image in (ReadOnlySpan<DiskImage>)[first, second])
        {
            json.WriteStartObject();
            json.WriteString("filename", image.Name);
            json.WriteString("format", image.Format.Name);
            json.WriteNumber("virtual-size", image.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteText(CompareResult result, bool isStrict)
    {
        if (result.LengthsDiffer)
        {
            Host.Text.WriteLine(isStrict ? "Strict mode: Image size mismatch!" : "Warning: Image size mismatch!");
        }

        if (result.FirstDifference is { } offset)
        {
            Host.Text.WriteLine($"Content mismatch at offset {offset}!");
        }
        else if (result.AreEqual)
        {
            Host.Text.WriteLine("Images are identical.");
        }
    }
}
