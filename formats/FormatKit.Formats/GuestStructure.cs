namespace FormatKit.Formats;

/// <summary>One structure of a guest's disk: where it is and, when it has one, its layout. As
/// <see cref="FileStructure"/> is for files.</summary>
/// <param name="Label">What the structure is, such as <c>GPT header</c>.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="Length">How many bytes it has; it may reach past the end of the disk.</param>
/// <param name="Layout">Its fields, or null for a table.</param>
/// <param name="Note">What else is worth saying about it.</param>
public sealed record GuestStructure(
    string Label, GuestOffset Offset, long Length, LayoutInfo? Layout = null, string? Note = null)
{
    /// <summary>A structure with a layout.</summary>
    public static GuestStructure Of<T>(string label, GuestOffset offset, string? note = null)
        where T : struct, IBinaryLayout<T> =>
        new(label, offset, FormatKit.Layout.SizeOf<T>(), FormatKit.Layout.InfoOf<T>(), note);
}
