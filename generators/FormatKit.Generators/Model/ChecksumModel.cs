namespace FormatKit.Generators.Model;

/// <summary>How a field's checksum is computed.</summary>
/// <param name="Algorithm">The algorithm, as code from anywhere.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Value">The type of its value, as code from anywhere.</param>
/// <param name="State">The type of its state, likewise.</param>
internal sealed record ChecksumModel(string Algorithm, string Name, string Value, string State)
{
    /// <summary>What the field counts as: a member of <c>ChecksumSelf</c>.</summary>
    public string Self { get; init; } = "Zero";

    /// <summary>The byte that it counts as when it is filled.</summary>
    public byte Fill { get; init; }

    /// <summary>Whether all of the layout is summed, and nothing else.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The ranges that are summed, as pairs of a start and an end.</summary>
    public EquatableArray<int> Ranges { get; init; }

    /// <summary>What is summed, as pairs of a start and a length; a start of -1 is the field itself.</summary>
    public EquatableArray<int> Pieces { get; init; }

    /// <summary>How many bytes are summed before the field, for one that counts as it stands.</summary>
    public int Position { get; init; }

    /// <summary>The index of the field that says how many bytes are summed.</summary>
    public int? Length { get; init; }

    /// <summary>The index of the region outside, among those of the layout.</summary>
    public int? External { get; init; }

    /// <summary>The index of the field that chooses this algorithm.</summary>
    public int? When { get; init; }

    /// <summary>The value for which it does.</summary>
    public ulong Is { get; init; }
}
