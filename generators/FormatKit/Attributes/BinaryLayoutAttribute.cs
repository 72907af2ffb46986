namespace FormatKit;

/// <summary>
/// Makes a <c>partial struct</c> a fixed binary layout: the struct <em>is</em> its bytes, and each partial property is
/// an endian-correct accessor at a constant offset, in the order of declaration.
/// </summary>
/// <param name="size">The size of the layout in bytes, asserted: the fields must add up to it exactly.</param>
/// <param name="order">The byte order of integers that do not say their own with <see cref="EndianAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class BinaryLayoutAttribute(int size, ByteOrder order) : Attribute
{
    /// <summary>The size of the layout in bytes.</summary>
    public int Size { get; } = size;

    /// <summary>The byte order of the layout's integers.</summary>
    public ByteOrder Order { get; } = order;

    /// <summary>The specification and clause that defines the layout, quoted in docs and violations.</summary>
    public string? Spec { get; init; }
}
