namespace FormatKit;

/// <summary>The bytes of a record, taken apart by its field table.</summary>
/// <param name="Record">The record.</param>
/// <param name="Read">How many bytes were read: all of the record's where it is complete.</param>
/// <param name="IsComplete">Whether the record was read to its end.</param>
/// <param name="Parts">The parts in disk order.</param>
/// <param name="Violations">All that is wrong, whether a part has it or not.</param>
public sealed record RecordDissection(
    RecordInfo Record,
    int Read,
    bool IsComplete,
    IReadOnlyList<DissectedPart> Parts,
    IReadOnlyList<RecordViolation> Violations);
