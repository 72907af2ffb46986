namespace FormatKit.Testing;

/// <summary>What stands at a place in the bytes of one record, by the table.</summary>
/// <param name="Path">The path from the outermost record, such as <c>Items[3].Name</c>.</param>
/// <param name="Field">The value as a field; for bytes and texts of any length
/// one that was made for this length.</param>
/// <param name="Offset">Where it starts, in bytes from the start of the outermost record.</param>
/// <param name="IsStructure">Whether other parts stand elsewhere, or are others, when it changes.</param>
/// <param name="IsNumber">Whether it says how much of something there is.</param>
/// <param name="IsComputed">Whether writing sets it, whatever was read.</param>
internal sealed record RecordPart(
    string Path, FieldInfo Field, int Offset, bool IsStructure, bool IsNumber, bool IsComputed)
{
    public int End => Offset + Field.Width;

    public BrokenClaimException Broken(string claim) => new(Path, Offset, Field.Width, claim);
}
