using System.CommandLine;
using System.Text.Json;
using FormatKit.Cli.Output;
using FormatKit.Disks.Images;
using FormatKit.Formats.Partitions;

namespace FormatKit.Cli.Commands;

/// <summary>What an image is.</summary>
internal sealed class InfoCommand : ImageCommand
{
    private readonly Option<string> _output = Choices.Output();

    public InfoCommand(ToolHost host)
        : base(
            host, "info", "Say what an image is.",
            "info [-f FORMAT] [--output human|json] [-U] [--open KEY=VALUE]… FILE") =>
        Options.Add(_output);

    protected override int Run(ParseResult parsed)
    {
        var isJson = Choices.IsJson(parsed.GetValue(_output));
        using var image = OpenImage(parsed);
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

        if (isJson)
        {
            Json.Write(Host, json => WriteJson(json, image, table));
        }
        else
        {
            WriteText(image, table);
        }

        return ExitCode.Success;
    }

    private static void WriteJson(Utf8JsonWriter json, DiskImage image, PartitionTable table)
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

        PartitionJson.WriteIfAny(json, table);
        json.WriteBoolean("dirty-flag", false);
        json.WriteStartArray("warnings");
        foreach (var warning in image.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteText(DiskImage image, PartitionTable table)
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

        if (image.Details.Count > 0)
        {
            text.WriteLine("Format specific information:");
        }

        foreach (var detail in image.Details)
        {
            text.WriteLine($"    {detail.Name.Replace('-', ' ')}: {OneLine.Of(detail.Value)}");
        }

        PartitionText.Write(text, table);
    }
}
