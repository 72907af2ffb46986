namespace FormatKit;

/// <summary>Consecutive fields of a record, as data; none of those that are not there.</summary>
/// <param name="First">The first field; null for the start of the record.</param>
/// <param name="Last">The last field, which belongs to the range; null for the end of the record.</param>
public sealed record RecordRange(string? First, string? Last)
{
    /// <inheritdoc/>
    public override string ToString() => (First, Last) switch
    {
        (null, null) => "the record",
        (null, { } last) => $"all up to {last}",
        ({ } first, null) => $"all from {first}",
        var (first, last) => first == last ? first! : $"{first} to {last}",
    };
}
