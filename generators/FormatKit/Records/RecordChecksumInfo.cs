namespace FormatKit;

/// <summary>
/// How the checksum that a field of a record holds is computed, as data. A number before a field
/// (<see cref="PrefixedAttribute"/>) and a NUL after it belong to it, zeros before it (<see cref="AlignAttribute"/>) do
/// not.
/// </summary>
public sealed class RecordChecksumInfo
{
    /// <summary>The name of the algorithm's type.</summary>
    public required string Algorithm { get; init; }

    /// <summary>What is summed, one after the other.</summary>
    public required IReadOnlyList<RecordRange> Ranges { get; init; }

    /// <summary>What the field itself counts as, where a range holds it.</summary>
    public ChecksumSelf Self { get; init; }

    /// <summary>The byte that <see cref="ChecksumSelf.Filled"/> means.</summary>
    public byte Fill { get; init; }

    /// <summary>The algorithm.</summary>
    public required RecordSummer Compute { get; init; }
}
