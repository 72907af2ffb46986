namespace FormatKit;

/// <summary>
/// An unsigned integer stands right before the bytes, the text, the record or the array, and says how much there is:
/// elements of an array, bytes of anything else. It has the field's byte order, and no property: it is computed on
/// writing.
/// </summary>
/// <param name="bytes">How many bytes the number has: 1 to 8.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrefixedAttribute(int bytes) : Attribute
{
    /// <summary>How many bytes the number has.</summary>
    public int Bytes { get; } = bytes;

    /// <summary>Whether the number of an array counts bytes.</summary>
    public bool InBytes { get; init; }

    /// <summary>
    /// The greatest number of elements or bytes that is accepted; by default <see cref="RecordLimits.Count"/> or
    /// <see cref="RecordLimits.Length"/>.
    /// </summary>
    public int Max { get; init; }

    /// <summary>How much more than the elements or bytes the number counts.</summary>
    public int Plus { get; init; }
}
