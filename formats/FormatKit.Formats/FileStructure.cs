namespace FormatKit.Formats;

/// <summary>One structure of a file: where it is and, when it has one, its layout.</summary>
/// <param name="Label">What the structure is in its format, such as <c>footer copy</c>.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">How many bytes it has; it may reach past the end of a damaged file.</param>
/// <param name="Layout">Its fields, or null for a table, a bitmap or a text.</param>
/// <param name="Note">What else is worth saying about it.</param>
public sealed record FileStructure(
    string Label, HostOffset Offset, long Length, LayoutInfo? Layout = null, string? Note = null)
{
    /// <summary>A structure with a layout.</summary>
    public static FileStructure Of<T>(string label, long offset, string? note = null)
        where T : struct, IBinaryLayout<T> =>
        new(label, new HostOffset(offset), FormatKit.Layout.SizeOf<T>(), FormatKit.Layout.InfoOf<T>(), note);
}
