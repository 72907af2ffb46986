using System.CommandLine;
using System.Text.Json;
using FormatKit.Cli.Output;
using FormatKit.Disks;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Formats.Partitions;

namespace FormatKit.Cli.Commands;

/// <summary>What an image is.</summary>
internal sealed class InfoCommand : ImageCommand
{
    private readonly Option<string> _output = Choices.Output();
    private readonly Option<bool> _chain = new("--chain", "--backing-chain")
    {
        Description = "Also of its parent, that one's parent, and so on",
    };

    public InfoCommand(ToolHost host)
        : base(
            host, "info", "Say what an image is.",
            "info [-f FORMAT] [--chain] [--output human|json] [-U] [--open KEY=VALUE]… [--allow-dir DIR]… FILE")
    {
        Options.Add(_output);
        Options.Add(_chain);
    }

    protected override int Run(ParseResult parsed)
    {
        var isJson = Choices.IsJson(parsed.GetValue(_output));
        var wholeChain = parsed.GetValue(_chain);
        using var image = Open(parsed, wholeChain);
        var layers = wholeChain ? image.Layers() : [image];
        if (!isJson)
        {
            foreach (var layer in layers)
            {
                Host.Text.Write(layer == image ? "" : "\n");
                WriteText(layer, PartitionsOf(layer));
            }
        }
        else if (wholeChain)
        {
            Json.Write(Host, json =>
            {
                json.WriteStartArray();
                foreach (var layer in layers)
                {
                    WriteJson(json, layer, PartitionsOf(layer));
                }

                json.WriteEndArray();
            });
        }
        else
        {
            var table = PartitionsOf(image);
            Json.Write(Host, json => WriteJson(json, image, table));
        }

        return ExitCode.Success;
    }

    /// <summary>Opens the image; alone, with a warning, where its parent does not open and was not asked for.</summary>
    private DiskImage Open(ParseResult parsed, bool wholeChain)
    {
        try
        {
            return OpenImage(parsed);
        }
        catch (BackingException missing) when (!wholeChain)
        {
            Host.Say($"warning: {missing.Message}");
            return Choices.OpenImage(Host, FileOf(parsed), OpenOptionsOf(parsed) with { OpenBacking = false });
        }
    }

    /// <summary>The partitions of a disk; none where part of it is in a parent that is not open.</summary>
    private PartitionTable? PartitionsOf(DiskImage image)
    {
        if (image is { BackingReference: not null, Backing: null })
        {
            return null;
        }

        var content = new GuestContent(image);
        var table = PartitionTable.Read(content);
        foreach (var warning in table.Warnings)
        {
            Host.Say($"warning: {image.Name}: {warning.Text}.");
        }

        if (content.Failure is { } failure)
        {
            Host.Say($"warning: the partition table could not be read as a whole: {failure.Message}");
        }

        return table;
    }

    private static void WriteJson(Utf8JsonWriter json, DiskImage image, PartitionTable? table)
    {
        json.WriteStartObject();
        json.WriteNumber("virtual-size", image.Length);
        json.WriteString("filename", image.Name);
        if (image.AllocationUnit > 0)
        {
            json.WriteNumber("cluster-size", image.AllocationUnit);
        }

        json.WriteString("format", image.Format.Name);
        json.WriteNumber("actual-size", image.AllocatedBytes);
        if (image.BackingReference is { } parent)
        {
            WriteJson(json, image, parent);
        }

        if (image.Details.Count > 0)
        {
            json.WriteStartObject("format-specific");
            json.WriteString("type", image.Format.Name);
            json.WriteStartObject("data");
            foreach (var detail in image.Details)
            {
                json.WriteString(detail.Name, detail.Value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        if (table is not null)
        {
            PartitionJson.WriteIfAny(json, table);
        }

        json.WriteBoolean("dirty-flag", false);
        json.WriteStartArray("warnings");
        foreach (var warning in image.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter json, DiskImage image, BackingReference parent)
    {
        json.WriteString("backing-filename", parent.Names is [var first, ..] ? first.Path : "");
        if (image.Backing is { } open)
        {
            json.WriteString("full-backing-filename", open.Name);
        }

        json.WriteString("backing-filename-format", parent.Format.Name);
        json.WriteStartArray("backing-names");
        foreach (var name in parent.Names)
        {
            json.WriteStartObject();
            json.WriteString("path", name.Path);
            json.WriteString("source", name.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteText(DiskImage image, PartitionTable? table)
    {
        var text = Host.Text;
        text.WriteLine($"image: {OneLine.Of(image.Name)}");
        text.WriteLine($"file format: {image.Format.Name}");
        text.WriteLine($"virtual size: {TextForm.Size((ulong)image.Length)} ({image.Length} bytes)");
        text.WriteLine($"disk size: {TextForm.Size((ulong)image.AllocatedBytes)}");
        if (image.AllocationUnit > 0)
        {
            text.WriteLine($"cluster_size: {image.AllocationUnit}");
        }

        if (image.BackingReference is { } parent)
        {
            WriteText(image, parent);
        }

        if (image.Details.Count > 0)
        {
            text.WriteLine("Format specific information:");
        }

        foreach (var detail in image.Details)
        {
            text.WriteLine($"    {detail.Name.Replace('-', ' ')}: {OneLine.Of(detail.Value)}");
        }

        if (table is not null)
        {
            PartitionText.Write(text, table);
        }
    }

    private void WriteText(DiskImage image, BackingReference parent)
    {
        var name = parent.Names is [var first, ..] ? first.Path : "(it has no name that can be used)";
        var place = image.Backing is { } open && open.Name != name ? $" (actual path: {OneLine.Of(open.Name)})"
            : image.Backing is null ? " (not open)"
            : "";
        Host.Text.WriteLine($"backing file: {OneLine.Of(name)}{place}");
        Host.Text.WriteLine($"backing file format: {parent.Format.Name}");
    }
}
