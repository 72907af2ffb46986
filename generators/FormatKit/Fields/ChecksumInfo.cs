namespace FormatKit;

/// <summary>Computes a checksum over bytes that stand together.</summary>
/// <returns>The value, its most significant byte first; a digest as it stands.</returns>
public delegate byte[] ChecksumFunction(ReadOnlySpan<byte> bytes);

/// <summary>How one checksum of a field is computed, as data.</summary>
public sealed partial record ChecksumInfo
{
    /// <summary>The name of the algorithm's type.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The algorithm itself, for what knows it only at run time.</summary>
    public required ChecksumFunction Compute { get; init; }

    /// <summary>What must come out over all that is summed, for <see cref="ChecksumSelf.Stored"/>.</summary>
    public byte[]? Residue { get; init; }

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

    /// <inheritdoc/>
    public override string ToString() => Algorithm;
}
