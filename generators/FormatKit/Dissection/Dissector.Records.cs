namespace FormatKit;

public static partial class Dissector
{
    /// <summary>
    /// Dissects the record that some bytes start with. Where it cannot be read on, what was read is shown, and the last
    /// part says why.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="bytes">The bytes. What follows the record is left out.</param>
    /// <param name="cancellation">Asked before each element of an array.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static RecordDissection Dissect(
        RecordInfo record, ReadOnlySpan<byte> bytes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        var violations = record.ParseUntilCancelled(bytes, cancellation).Violations;
        var walk = new RecordWalk(bytes.ToArray(), violations, cancellation);
        var isComplete = walk.Add(record);
        return new RecordDissection(record, walk.Position, isComplete, walk.Parts, violations);
    }
}
