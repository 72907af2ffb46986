using System.Diagnostics.CodeAnalysis;

namespace FormatKit;

/// <summary>What reading a record came to.</summary>
/// <typeparam name="T">The record.</typeparam>
public readonly struct RecordParse<T>
{
    private readonly IReadOnlyList<RecordViolation>? _violations;

    internal RecordParse(
        RecordStatus status, T? value, int consumed, long needed, IReadOnlyList<RecordViolation>? violations)
    {
        Status = status;
        Value = value;
        Consumed = consumed;
        Needed = needed;
        _violations = violations;
    }

    /// <summary>A record that is not whole, as a reader found out.</summary>
    internal static RecordParse<T> More(ref readonly RecordReader reader) =>
        new(RecordStatus.NeedMore, default, 0, reader.Needed, null) { NeedsEnd = reader.NeedsEnd };

    /// <summary>What became of reading.</summary>
    public RecordStatus Status { get; }

    /// <summary>The record; there when the status is <see cref="RecordStatus.Complete"/>.</summary>
    public T? Value { get; }

    /// <summary>How many bytes the record has; 0 unless it is complete.</summary>
    public int Consumed { get; }

    /// <summary>
    /// How many bytes are needed from the start of the record, at least, when the status is
    /// <see cref="RecordStatus.NeedMore"/>; 0 otherwise. There may turn out to be more.
    /// </summary>
    public long Needed { get; }

    /// <summary>Whether no number of bytes helps, but their end: the record goes on to it.</summary>
    internal bool NeedsEnd { get; init; }

    /// <summary>All that is wrong; for <see cref="RecordStatus.Broken"/> the last one is why reading stopped. Empty
    /// while more bytes are needed.</summary>
    public IReadOnlyList<RecordViolation> Violations => _violations ?? [];

    /// <summary>Whether the record is complete and breaks no rule.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Status == RecordStatus.Complete && _violations is null;
}
