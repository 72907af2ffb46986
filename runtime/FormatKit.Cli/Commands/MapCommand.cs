using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FormatKit.Cli.Output;
using FormatKit.Disks.Images;

namespace FormatKit.Cli.Commands;

/// <summary>Where the guest's bytes are in the file.</summary>
internal sealed class MapCommand : ImageCommand
{
    private readonly Option<string> _output = Choices.Output();
    private readonly Option<string?> _start = new("--start-offset", "-s")
    {
        Description = "The first guest byte",
        HelpName = "OFFSET",
    };

    private readonly Option<string?> _length = new("--max-length", "-l")
    {
        Description = "How many guest bytes",
        HelpName = "LENGTH",
    };

    private readonly Option<bool> _chain = new("--chain")
    {
        Description = "Every byte, and which image of the chain has it: depth 0 is FILE, 1 its parent, and so on",
    };

    public MapCommand(ToolHost host)
        : base(
            host, "map", "Say where the guest's bytes are in the file.",
            "map [-f FORMAT] [--chain] [--output human|json] [-s OFFSET] [-l LENGTH] [-U] [--open KEY=VALUE]… "
            + "[--allow-dir DIR]… FILE")
    {
        Options.Add(_chain);
        Options.Add(_output);
        Options.Add(_start);
        Options.Add(_length);
    }

    protected override int Run(ParseResult parsed)
    {
        var isJson = Choices.IsJson(parsed.GetValue(_output));
        var start = parsed.GetValue(_start) is { } from ? Choices.SizeOf("--start-offset", from) : 0;
        var most = parsed.GetValue(_length) is { } given ? Choices.SizeOf("--max-length", given) : long.MaxValue;
        using var image = OpenImage(parsed);
        if (start > image.Length)
        {
            throw new UsageException($"--start-offset {start} is behind the disk's end at byte {image.Length}.");
        }

        var entries = image.Map(start, Math.Min(most, image.Length - start));
        string[] files = [.. image.Layers().Select(layer => layer.Name)];
        var wholeChain = parsed.GetValue(_chain);
        if (isJson)
        {
            WriteJson(entries, wholeChain ? files : null);
        }
        else if (wholeChain)
        {
            WriteChain(entries, Array.ConvertAll(files, OneLine.Of));
        }
        else
        {
            WriteText(entries, Array.ConvertAll(files, OneLine.Of));
        }

        return ExitCode.Success;
    }

    /// <summary>An entry a line, as a disk of terabytes may have millions: nothing is collected.</summary>
    private void WriteJson(IEnumerable<MapEntry> entries, string[]? files)
    {
        Host.Text.Write('[');
        using var line = new MemoryStream();
        var isFirst = true;
        foreach (var entry in entries)
        {
            Host.Cancellation.ThrowIfCancellationRequested();
            line.SetLength(0);
            using (var json = Json.New(line, indented: false))
            {
                WriteJson(json, entry, files);
            }

            Host.Text.Write(isFirst ? "" : ",\n");
            Host.Text.Write(System.Text.Encoding.UTF8.GetString(line.GetBuffer().AsSpan(0, (int)line.Length)));
            isFirst = false;
        }

        Host.Text.WriteLine(']');
    }

    private static void WriteJson(Utf8JsonWriter json, in MapEntry entry, string[]? files)
    {
        json.WriteStartObject();
        json.WriteNumber("start", entry.Start);
        json.WriteNumber("length", entry.Length);
        json.WriteNumber("depth", entry.Depth);
        json.WriteBoolean("present", entry.IsPresent);
        json.WriteBoolean("zero", entry.Zero);
        json.WriteBoolean("data", entry.Data);
        if (entry.Offset is { } offset)
        {
            json.WriteNumber("offset", offset);
        }

        if (files is not null && entry.IsPresent)
        {
            json.WriteString("filename", files[entry.Depth]);
        }

        json.WriteEndObject();
    }

    private void WriteText(IEnumerable<MapEntry> entries, string[] files)
    {
        Host.Text.WriteLine($"{"Offset",-16}{"Length",-16}{"Mapped to",-16}File");
        foreach (var entry in entries)
        {
            Host.Cancellation.ThrowIfCancellationRequested();
            if (entry is { Data: true, Offset: { } offset })
            {
                var (start, length, place) = (Hex(entry.Start), Hex(entry.Length), Hex(offset));
                Host.Text.WriteLine($"{start,-16}{length,-16}{place,-16}{files[entry.Depth]}");
            }
        }
    }

    private void WriteChain(IEnumerable<MapEntry> entries, string[] files)
    {
        WriteRow("Offset", "Length", "Depth", "Content", "Mapped to", "File");
        foreach (var entry in entries)
        {
            Host.Cancellation.ThrowIfCancellationRequested();
            var content = entry.Data ? "data" : "zeros";
            var place = entry.Offset is { } offset ? Hex(offset) : "-";
            var (depth, file) = entry.IsPresent ? ($"{entry.Depth}", files[entry.Depth]) : ("-", "-");
            WriteRow(Hex(entry.Start), Hex(entry.Length), depth, content, place, file);
        }
    }

    private void WriteRow(string start, string length, string depth, string content, string place, string file) =>
        Host.Text.WriteLine($"{start,-16}{length,-16}{depth,-8}{content,-10}{place,-16}{file}");

    private static string Hex(long value) =>
        value == 0 ? "0" : "0x" + value.ToString("x", CultureInfo.InvariantCulture);
}
