namespace FormatKit.Testing;

/// <summary>A record as the table reads it.</summary>
/// <param name="Info">What it is.</param>
/// <param name="Path">Its path, with a dot at the end unless it is the outermost one.</param>
/// <param name="Start">Where it starts.</param>
internal sealed record RecordNode(RecordInfo Info, string Path, int Start)
{
    /// <summary>The first byte after it.</summary>
    public int End { get; set; }

    /// <summary>Where each field that is there starts and ends.</summary>
    public Dictionary<string, (int Start, int End)> Places { get; } = [];

    /// <summary>Where a field that is not there would start.</summary>
    public Dictionary<string, int> Gaps { get; } = [];

    /// <summary>Where each field starts and ends; one that is not there is empty.</summary>
    public (int Start, int End) PlaceOf(string field) =>
        Gaps.TryGetValue(field, out var gap) ? (gap, gap) : Places[field];

    /// <summary>
    /// The fields that are there: a plain value, bytes, a text, a node, or an array of these. A value that the table
    /// cannot read is null.
    /// </summary>
    public Dictionary<string, object?> Values { get; } = [];

    /// <summary>The bits of the fields that other fields depend on.</summary>
    public Dictionary<string, ulong> Numbers { get; } = [];

    /// <summary>The checksums that stand in it, with what they should be.</summary>
    public List<(RecordPart Part, ulong Found, ulong Expected)> Checksums { get; } = [];
}
