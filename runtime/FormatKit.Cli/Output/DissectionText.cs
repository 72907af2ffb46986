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
            WriteRows([.. dissection.Fields.Select(field => RowOf(field, part.Offset))]);
            WriteVerdict(Verdict(dissection.Violations.Count(), dissection.IsCutOff), dissection.Violations.Any());
        }
    }

    /// <summary>A file that is a record.</summary>
    public void Write(DissectedRecord file)
    {
        var fields = file.Fields;
        var spec = fields.Record.Spec is { } clause ? $" ({clause})" : "";
        Separate();
        WriteHeading(OneLine.Of(string.Create(
            CultureInfo.InvariantCulture, $"{fields.Record.Name}: byte 0, {fields.Read} bytes{spec}")));
        WriteRows([.. fields.Parts.Select(RowOf)]);
        foreach (var violation in file.Unplaced)
        {
            WriteVerdict($"{violation.Path}: {Words(violation)}", isBad: true);
        }

        if (file.LookedAt < file.Length)
        {
            WriteVerdict(
                string.Create(CultureInfo.InvariantCulture, $"only the first {file.LookedAt} bytes were looked at"),
                isBad: false);
        }
        else if (fields.IsComplete && fields.Read < file.Length)
        {
            WriteVerdict(
                string.Create(CultureInfo.InvariantCulture, $"{file.Length - fields.Read} bytes follow"), isBad: false);
        }

        WriteVerdict(Verdict(fields.Violations.Count, !fields.IsComplete), fields.Violations.Count > 0);
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

    protected abstract void WriteRows(IReadOnlyList<DissectionRow> rows);

    protected abstract void WriteVerdict(string verdict, bool isBad);

    private static DissectionRow RowOf(DissectedField field, long start) => new(
        [
            Offset(start + field.Offset),
            new string(' ', 2 * field.Depth) + field.Path,
            field.Bits?.DescribePlace() ?? Hex(field.Bytes.Span),
            OneLine.Of(field.Value),
            field.Doc ?? "",
        ],
        [.. field.Violations.Select(violation => (
            violation.Path,
            Words(violation.Code, violation.FoundText, violation.ExpectedText, violation.Spec)))]);

    private static DissectionRow RowOf(DissectedPart part) => new(
        [Offset(part.Offset), part.Path, Hex(part.Bytes.Span), OneLine.Of(part.Value), part.Doc ?? ""],
        [.. part.Violations.Select(violation => (violation.Path, Words(violation)))]);

    private static string Words(RecordViolation violation) =>
        Words(violation.Code, violation.FoundText, violation.ExpectedText, violation.Spec);

    private static string Words(string code, string found, string expected, string? clause) =>
        $"{code}: found {OneLine.Of(found)}, expected {OneLine.Of(expected)}"
        + (clause is { } spec ? $" ({spec})" : "");

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

    private static string Verdict(int broken, bool isCutOff)
    {
        var cut = isCutOff ? ", as far as there are bytes" : "";
        return broken switch
        {
            0 => $"every rule holds{cut}",
            1 => $"1 rule is broken{cut}",
            RecordLimits.Violations => string.Create(
                CultureInfo.InvariantCulture, $"{broken} rules or more are broken{cut}; only so many are marked"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{broken} rules are broken{cut}"),
        };
    }

    private static string Offset(long offset) => "0x" + offset.ToString("x", CultureInfo.InvariantCulture);

    private static string Hex(ReadOnlySpan<byte> bytes) => bytes.Length <= BytesShown
        ? Convert.ToHexStringLower(bytes)
        : Convert.ToHexStringLower(bytes[..BytesShown]) + "…";
}
