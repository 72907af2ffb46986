namespace FormatKit;

/// <summary>One line of a dissection of a record: a field, or what stands in one.</summary>
/// <param name="Path">The path from the outermost record, such as <c>Items[3].Name</c>.</param>
/// <param name="Offset">Where it starts, in bytes from the start of the outermost record.</param>
/// <param name="Bytes">Its bytes, without those of a number before it; fewer than it should have where it is cut off.
/// </param>
/// <param name="Value">The value in words, or why there is none.</param>
/// <param name="Doc">What it means.</param>
/// <param name="Violations">What is wrong with it.</param>
/// <param name="Field">The field of the record that it is, or stands in.</param>
/// <param name="Element">The field of fixed width that it is, in whichever layout; null for what varies.</param>
public sealed record DissectedPart(
    string Path, int Offset, ReadOnlyMemory<byte> Bytes, string Value, string? Doc,
    IReadOnlyList<RecordViolation> Violations, RecordFieldInfo Field, FieldInfo? Element)
{
    /// <summary>How many bytes it has here.</summary>
    public int Width => Bytes.Length;
}
