namespace FormatKit;

/// <summary>One line of a dissection: a field, or a run of array elements that are all zero.</summary>
/// <param name="Path">The path from the outermost layout, such as <c>ParentLocators[2].PlatformCode</c>.</param>
/// <param name="Offset">Where it starts, in bytes from the start of the outermost layout.</param>
/// <param name="Width">How many bytes it has by its layout.</param>
/// <param name="Bytes">The bytes that are there: fewer than <paramref name="Width"/> where the structure is cut
/// off.</param>
/// <param name="Value">The value in words.</param>
/// <param name="Doc">What the field means.</param>
/// <param name="Violations">The rules that it breaks; their offsets are from the start of the outermost layout.</param>
/// <param name="Field">The field as its layout describes it.</param>
public sealed record DissectedField(
    string Path, int Offset, int Width, ReadOnlyMemory<byte> Bytes, string Value, string? Doc,
    IReadOnlyList<Violation> Violations, FieldInfo Field)
{
    /// <summary>The named bits that the line is about, when it is not the whole field: it has the place and bytes of
    /// the field that holds them, and follows its line.</summary>
    public BitRangeInfo? Bits { get; init; }

    /// <summary>The overlay that the line stands in, the innermost one: it is another view of bytes that have a line
    /// before.</summary>
    public OverlayInfo? Overlay { get; init; }

    /// <summary>How deep the line stands below that of a field: 1 for named bits and for the fields of an overlay.
    /// </summary>
    public int Depth { get; init; }

    /// <summary>Whether the end of the bytes cuts the field off, or stands before it.</summary>
    public bool IsCutOff => Bytes.Length < Width;
}
