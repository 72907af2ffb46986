namespace FormatKit;

/// <summary>
/// Asserts that a field starts at a multiple of so many bytes; like <see cref="OffsetAttribute"/> it is checked and
/// does not place the field. In a record, where sizes vary, zeros are read over and written up to there.
/// </summary>
/// <param name="bytes">The alignment, a power of two.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AlignAttribute(int bytes) : Attribute
{
    /// <summary>The alignment in bytes.</summary>
    public int Bytes { get; } = bytes;
}
