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

    /// <summary>The first field that is summed; null for the start of the record.</summary>
    public string? First { get; init; }

    /// <summary>The last field that is summed; null for the end of the record.</summary>
    public string? Last { get; init; }

    /// <summary>What the field itself counts as, where the range holds it.</summary>
    public ChecksumSelf Self { get; init; }

    /// <summary>The byte that <see cref="ChecksumSelf.Filled"/> means.</summary>
    public byte Fill { get; init; }

    /// <summary>The algorithm.</summary>
    public required RecordSummer Compute { get; init; }
}
