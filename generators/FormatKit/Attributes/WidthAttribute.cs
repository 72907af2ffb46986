namespace FormatKit;

/// <summary>
/// The integer is stored in fewer bytes than its type has: 3 for a 24-bit number in a <see cref="uint"/>, 6 for 48 bits
/// in a <see cref="ulong"/>. Signed ones are extended by their sign; a value that does not fit is refused on writing.
/// </summary>
/// <param name="bytes">Bytes on disk, fewer than the type has and more than the next smaller type has.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WidthAttribute(int bytes) : Attribute
{
    /// <summary>Bytes on disk.</summary>
    public int Bytes { get; } = bytes;
}
