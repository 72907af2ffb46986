namespace FormatKit;

/// <summary>
/// The field holds a checksum: <c>Seal</c> computes it, <c>Validate</c> compares it. Without more it is that of the
/// whole layout with the field itself taken as zero. Several attributes on one field give several algorithms, chosen
/// by <see cref="When"/>.
/// </summary>
/// <typeparam name="TAlgorithm">An <see cref="IChecksumAlgorithm{TValue}"/> of the field's type.</typeparam>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ChecksumAttribute<TAlgorithm> : Attribute
{
    /// <summary>What the field itself counts as.</summary>
    public ChecksumSelf Self { get; init; }

    /// <summary>The byte that <see cref="ChecksumSelf.Filled"/> means.</summary>
    public byte Fill { get; init; }

    /// <summary>
    /// The ranges that are summed, one after the other: a field (<c>"Name"</c>), the fields from one to another and
    /// with it (<c>"First..Last"</c>), or bytes up to an offset (<c>"0..92"</c>). By default the whole layout, or
    /// nothing of it where <see cref="External"/> is given.
    /// </summary>
    public string[]? Over { get; init; }

    /// <summary>
    /// The fields that the checksum leaves out. Without <see cref="Over"/> it covers all others; beside it this changes
    /// nothing, and says that what no range covers is meant to be left out.
    /// </summary>
    public string[]? Except { get; init; }

    /// <summary>The field that says how many bytes of the layout, from its start, are summed.</summary>
    public string? Length { get; init; }

    /// <summary>
    /// A region outside of the layout that is summed after the ranges; the name is that of the parameter which
    /// <c>Seal</c> and <c>Validate</c> get for it. Without the bytes the checksum is left as it is and not judged.
    /// </summary>
    public string? External { get; init; }

    /// <summary>The integer field that chooses among several algorithms, by the value <see cref="Is"/>.</summary>
    public string? When { get; init; }

    /// <summary>The value of the field <see cref="When"/> for which this algorithm is used.</summary>
    public ulong Is { get; init; }
}
