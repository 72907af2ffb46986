using System.CommandLine;
using FormatKit.Cli.Output;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;

namespace FormatKit.Cli.Commands;

/// <summary>Every structure of a file, and of the disk that its guest sees, field by field. What is shown comes from
/// the formats' declarations alone.</summary>
internal sealed class DissectCommand : ImageCommand
{
    private readonly Option<string> _output = Choices.Output();
    private readonly Option<bool> _host = new("--host") { Description = "Only what the file is made of" };
    private readonly Option<bool> _guest = new("--guest") { Description = "Only what the guest has on its disk" };

    public DissectCommand(ToolHost host)
        : base(
            host, "dissect",
            "Show every structure of a file and of its guest's disk, field by field; damaged files too.",
            "dissect [-f FORMAT] [--host|--guest] [--output human|json] [-U] [--open KEY=VALUE]… FILE")
    {
        Options.Add(_host);
        Options.Add(_guest);
        Options.Add(_output);
    }

    protected override int Run(ParseResult parsed)
    {
        var isJson = Choices.IsJson(parsed.GetValue(_output));
        var options = OpenOptionsOf(parsed);
        var file = FileOf(parsed);
        var (hostOnly, guestOnly) = (parsed.GetValue(_host), parsed.GetValue(_guest));
        if (hostOnly && guestOnly)
        {
            throw new UsageException("--host and --guest exclude each other; without either both are shown.");
        }

        using var store = HostStore.Open(
            file, options.ForceShare ? FileOpenOptions.ForReadingUnlocked : FileOpenOptions.ForReading);
        if (options.Format is null && DissectedRecord.Find(store, Host.Cancellation) is { } record)
        {
            Write(file, record, isJson, guestOnly);
            return ExitCode.Success;
        }

        var format = options.Format ?? ImageFormats.Probe(file, store);
        using var guest = hostOnly ? null : DissectedGuest.Open(file, options);
        var parts = (guestOnly ? [] : format.Structures(store))
            .Select(structure => DissectedStructure.Read(store, structure));
        if (isJson)
        {
            Json.Write(Host, json => DissectionJson.Write(json, file, format, store.Length, parts, guest));
        }
        else
        {
            WriteText(file, format, parts, guest, guestOnly);
        }

        return ExitCode.Success;
    }

    /// <summary>A file that is no disk, but has a format that is declared.</summary>
    private void Write(string file, DissectedRecord record, bool isJson, bool guestOnly)
    {
        if (guestOnly)
        {
            throw new UsageException($"'{file}' is a {record.Fields.Record.Name}: it has no guest; to treat its bytes "
                + "as a raw disk say '-f raw'.");
        }

        if (isJson)
        {
            Json.Write(Host, json => DissectionJson.Write(json, file, record));
        }
        else
        {
            DissectionText.For(Host).Write(record);
        }
    }

    private void WriteText(
        string file, ImageFormat format, IEnumerable<DissectedStructure> parts, DissectedGuest? guest, bool guestOnly)
    {
        var text = DissectionText.For(Host);
        var count = guest?.Table?.Structures.Count ?? 0;
        foreach (var part in parts)
        {
            text.Write(part);
            count++;
        }

        if (count == 0 && !guestOnly)
        {
            Host.Text.WriteLine($"{OneLine.Of(file)}: taken for {format.Name}, in which no structures are found; "
                + "to look for those of another format say which with '-f'.");
        }

        if (guest is not null)
        {
            text.Write(guest);
        }
    }
}
