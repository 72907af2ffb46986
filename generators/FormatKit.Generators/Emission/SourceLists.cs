using System.Text;

namespace FormatKit.Generators.Emission;

/// <summary>Lists in braces, whose items share lines as far as there is room.</summary>
internal static class SourceLists
{
    // Less than a line has, since what is nested is written before it is known how deep.
    private const int Room = 92;

    /// <summary>A list after what it belongs to: on the same line where it fits, as a block where not, not at all where
    /// it is empty.</summary>
    public static string Braced(string header, IEnumerable<string> items)
    {
        var all = items as IReadOnlyList<string> ?? items.ToList();
        if (all.Count == 0)
        {
            return header;
        }

        var length = header.Length;
        var isFlat = true;
        foreach (var item in all)
        {
            length += item.Length + 2;
            isFlat &= item.IndexOf('\n') < 0;
        }

        return isFlat && length <= Room
            ? $"{header} {{ {string.Join(", ", all)} }}"
            : Block(header, all, length + (8 * all.Count));
    }

    private static string Block(string header, IReadOnlyList<string> items, int capacity)
    {
        var text = new StringBuilder(header, capacity).Append("\n{");
        var column = Room + 1;
        foreach (var item in items)
        {
            var isFlat = item.IndexOf('\n') < 0;
            var starts = !isFlat || column + item.Length > Room;
            text.Append(starts ? "\n    " : " ").Append(isFlat ? item : item.Replace("\n", "\n    ")).Append(',');
            column = isFlat ? (starts ? 0 : column) + item.Length + 2 : Room + 1;
        }

        return text.Append("\n}").ToString();
    }
}
