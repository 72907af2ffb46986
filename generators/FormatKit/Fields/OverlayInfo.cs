namespace FormatKit;

/// <summary>A layout that the bytes of a field are while a tag has a value, as data.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Tag">The field that tells.</param>
/// <param name="Value">The tag's value, as the bits of the field.</param>
/// <param name="Layout">The layout, which starts where the field does and is not longer.</param>
/// <param name="Doc">The summary of the documentation, as plain text.</param>
public sealed record OverlayInfo(string Name, string Tag, ulong Value, LayoutInfo Layout, string? Doc);
