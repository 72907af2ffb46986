using System.CommandLine;
using FormatKit.Cli.Output;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Cli.Commands;

/// <summary>Every structure of a file, field by field. What is shown comes from the formats' declarations
/// alone.</summary>
internal sealed class DissectCommand : ImageCommand
{
    private readonly Option<string> _output = Choices.Output();

    public DissectCommand(ToolHost host)
        : base(
            host, "dissect", "Show every structure of a file, field by field; damaged files too.",
            "dissect [-f FORMAT] [--output human|json] [-U] FILE") =>
        Options.Add(_output);

    protected override bool Opens => false;

    protected override int Run(ParseResult parsed)
    {
        var isJson = Choices.IsJson(parsed.GetValue(_output));
        var options = OpenOptionsOf(parsed);
        var file = FileOf(parsed);
        using var store = HostStore.Open(
            file, options.ForceShare ? FileOpenOptions.ForReadingUnlocked : FileOpenOptions.ForReading);
        var format = options.Format ?? ImageFormats.Probe(file, store);
        var parts = format.Structures(store).Select(structure => DissectedStructure.Read(store, structure));
        if (isJson)
        {
            Json.Write(Host, json => DissectionJson.Write(json, file, format, store.Length, parts));
            return ExitCode.Success;
        }

        var text = DissectionText.For(Host);
        var count = 0;
        foreach (var part in parts)
        {
            text.Write(part);
            count++;
        }

        if (count == 0)
        {
            Host.Text.WriteLine($"{OneLine.Of(file)}: taken for {format.Name}, in which no structures are found; "
                + "to look for those of another format say which with '-f'.");
        }

        return ExitCode.Success;
    }
}
