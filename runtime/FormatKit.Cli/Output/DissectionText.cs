using System.Globalization;

namespace FormatKit.Cli.Output;

/// <summary>A dissection for people: a heading a structure, a line a field, a marked line a broken rule.</summary>
internal abstract class DissectionText(ToolHost host)
{
    private const int BytesShown = 8;

    protected static readonly string[] Columns = ["offset", "field", "bytes", "value", "meaning"];

    private bool _hasWritten;

    protected ToolHost Host { get; } = host;

    /// <summary>A table on a terminal, plain columns elsewhere.</summary>
    public static DissectionText For(ToolHost host) =>
        host.IsOutputTerminal ? new DissectionTable(host) : new DissectionColumns(host);

    public void Write(DissectedStructure part)
    {
        Separate();
        WriteHeading(Heading(part));
        if (part.Fields is { } dissection)
        {
            WriteFields(dissection, part.Offset);
            WriteVerdict(Verdict(dissection), dissection.Violations.Any());
        }
    }

    /// <summary>What a guest has on its disk, behind what its file is made of.</summary>
    public void Write(DissectedGuest guest)
    {
        Separate();
        if (guest.Table is not { } table)
        {
            WriteVerdict(OneLine.Of($"structures of the guest are not shown: {guest.NotShown}"), isBad: false);
            return;
        }

        WriteHeading($"partition table of the guest: {PartitionText.Summary(table)}");
        foreach (var warning in table.Warnings)
        {
            WriteVerdict(OneLine.Of(warning.Text), isBad: true);
        }

        foreach (var part in guest.Structures())
        {
            Write(part);
        }

        if (guest.Failure is { } failure)
        {
            WriteVerdict(OneLine.Of($"not all of the guest's disk could be read: {failure}"), isBad: true);
        }
    }

    protected abstract void WriteHeading(string heading);

    protected abstract void WriteFields(Dissection dissection, long start);

    protected abstract void WriteVerdict(string verdict, bool isBad);

    protected static string[] Cells(DissectedField field, long start) =>
    [
        Offset(start + field.Offset),
        new string(' ', 2 * field.Depth) + field.Path,
        field.Bits?.DescribePlace() ?? Hex(field.Bytes.Span),
        OneLine.Of(field.Value),
        field.Doc ?? "",
    ];

    protected static string Words(Violation violation) =>
        $"{violation.Code}: found {OneLine.Of(violation.FoundText)}, expected {OneLine.Of(violation.ExpectedText)}"
        + (violation.Spec is { } spec ? $" ({spec})" : "");

    private void Separate()
    {
        if (_hasWritten)
        {
            Host.Text.WriteLine();
        }

        _hasWritten = true;
    }

    private static string Heading(DissectedStructure part)
    {
        var place = part.IsGuest ? "guest byte" : "byte";
        var words = string.Create(
            CultureInfo.InvariantCulture, $"{part.Label}: {place} {part.Offset}, {part.Length} bytes");
        words += part.Layout is { } layout ? $", {layout.Name}" : "";
        words += part.Note is { } note ? $", {note}" : "";
        words += part.Layout?.Spec is { } spec ? $" ({spec})" : "";
        var whole = part.IsGuest ? "disk" : "file";
        return OneLine.Of(part.IsCutOff
            ? string.Create(
                CultureInfo.InvariantCulture, $"{words}; cut off: the {whole} has {part.Available} bytes of it")
            : words);
    }

    private static string Verdict(Dissection dissection)
    {
        var broken = dissection.Violations.Count();
        var cut = dissection.IsCutOff ? ", as far as there are bytes" : "";
        return broken switch
        {
            0 => $"every rule holds{cut}",
            1 => $"1 rule is broken{cut}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{broken} rules are broken{cut}"),
        };
    }

    private static string Offset(long offset) => "0x" + offset.ToString("x", CultureInfo.InvariantCulture);

    private static string Hex(ReadOnlySpan<byte> bytes) => bytes.Length <= BytesShown
        ? Convert.ToHexStringLower(bytes)
        : Convert.ToHexStringLower(bytes[..BytesShown]) + "…";
}
