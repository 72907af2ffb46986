using FormatKit.Formats;

namespace FormatKit.Cli.Output;

/// <summary>A file that is a record from its first byte.</summary>
internal sealed class DissectedRecord
{
    /// <summary>How many bytes are looked at: 256 MiB.</summary>
    private const int MaxBytes = 256 << 20;

    private const int PieceLength = 1 << 20;

    private DissectedRecord(RecordInfo record, IByteSource file, int maxBytes, CancellationToken cancellation)
    {
        var bytes = new byte[(int)Math.Min(file.Length, maxBytes)];
        var read = Read(file, bytes, cancellation);
        Length = file.Length;
        LookedAt = read;
        Fields = Dissector.Dissect(record, bytes.AsSpan(0, read), cancellation);
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
    public static DissectedRecord? Find(
        IByteSource file, CancellationToken cancellation, int maxBytes = MaxBytes) =>
        KnownRecords.Find(file) is { } record ? new DissectedRecord(record, file, maxBytes, cancellation) : null;

    /// <summary>Reads piece by piece, since a file may be slow.</summary>
    private static int Read(IByteSource file, Span<byte> bytes, CancellationToken cancellation)
    {
        for (var read = 0; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var piece = file.Read(bytes.Slice(read, Math.Min(PieceLength, bytes.Length - read)), read);
            read += piece;
            if (piece == 0 || read == bytes.Length)
            {
                return read;
            }
        }
    }
}
