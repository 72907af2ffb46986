namespace FormatKit;

/// <summary>
/// Makes a <c>partial</c> class, struct or record a binary record: its auto-properties, in order of declaration, are
/// what stands on disk, and the generator adds a codec that reads and writes them one after the other. Counts, lengths
/// and checksums are computed on writing and checked on reading; each has a limit.
/// </summary>
/// <param name="order">The byte order of integers that do not say their own with <see cref="EndianAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class BinaryRecordAttribute(ByteOrder order) : Attribute
{
    /// <summary>The byte order of the record's integers.</summary>
    public ByteOrder Order { get; } = order;

    /// <summary>The specification and clause that defines the record, quoted in docs and violations.</summary>
    public string? Spec { get; init; }

    /// <summary>
    /// The record is filled up with zeros to a multiple of so many bytes, a power of two, counted from its start;
    /// 0 and 1 mean that it is not.
    /// </summary>
    public int Align { get; init; }
}
