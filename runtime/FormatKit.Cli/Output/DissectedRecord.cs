using FormatKit.Formats;

namespace FormatKit.Cli.Output;

/// <summary>A file that is a record from its first byte.</summary>
internal sealed class DissectedRecord
{
    /// <summary>How many bytes are looked at: 256 MiB.</summary>
    private const int MaxBytes = 256 << 20;

    private DissectedRecord(RecordInfo record, IByteSource file, int maxBytes)
    {
        var bytes = new byte[(int)Math.Min(file.Length, maxBytes)];
        var read = file.Read(bytes, 0);
        Length = file.Length;
        LookedAt = read;
        Fields = Dissector.Dissect(record, bytes.AsSpan(0, read));
    }

    /// <summary>How many bytes the file has.</summary>
    public long Length { get; }

    /// <summary>How many of them were looked at.</summary>
    public int LookedAt { get; }

    /// <summary>The record's fields.</summary>
    public RecordDissection Fields { get; }

    /// <summary>What is wrong, but with no line.</summary>
    public IEnumerable<RecordViolation> Unplaced =>
        Fields.Violations.Except(Fields.Parts.SelectMany(part => part.Violations));

    /// <summary>The record that a file is; null where it is none that is known.</summary>
    public static DissectedRecord? Find(IByteSource file, int maxBytes = MaxBytes) =>
        KnownRecords.Find(file) is { } record ? new DissectedRecord(record, file, maxBytes) : null;
}
