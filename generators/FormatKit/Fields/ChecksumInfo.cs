namespace FormatKit;

/// <summary>How one checksum of a field is computed, as data.</summary>
public sealed class ChecksumInfo
{
    /// <summary>The name of the algorithm's type.</summary>
    public required string Algorithm { get; init; }

    /// <summary>What the field itself counts as.</summary>
    public ChecksumSelf Self { get; init; }

    /// <summary>The byte that <see cref="ChecksumSelf.Filled"/> means.</summary>
    public byte Fill { get; init; }

    /// <summary>The ranges of the layout that are summed, in order.</summary>
    public IReadOnlyList<Range> Ranges { get; init; } = [];

    /// <summary>The field that says how many bytes from the start are summed instead.</summary>
    public string? LengthField { get; init; }

    /// <summary>The name of the region outside of the layout that is summed after the ranges.</summary>
    public string? External { get; init; }

    /// <summary>The field that chooses this algorithm, and the value for which it does.</summary>
    public FieldCondition? Condition { get; init; }
}
