namespace FormatKit;

public static partial class Dissector
{
    /// <summary>
    /// Dissects the record that some bytes start with. Where it cannot be read on, what was read is shown, and the last
    /// part says why.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="bytes">The bytes. What follows the record is left out.</param>
    public static RecordDissection Dissect(RecordInfo record, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(record);
        var violations = record.Parse(bytes).Violations;
        var walk = new RecordWalk(bytes.ToArray(), violations);
        var isComplete = walk.Add(record);
        return new RecordDissection(record, walk.Position, isComplete, walk.Parts, violations);
    }
}
