using System.Text;

namespace FormatKit.Generators.Emission;

/// <summary>Collects lines at an indentation.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new(16 << 10);
    private int _depth;

    /// <summary>Writes lines; what is empty stays empty.</summary>
    public void Lines(string lines)
    {
        for (int start = 0, next; start <= lines.Length; start = next + 1)
        {
            next = lines.IndexOf('\n', start);
            next = next < 0 ? lines.Length : next;
            var end = next;
            while (end > start && (lines[end - 1] is '\r' or ' '))
            {
                end--;
            }

            _text.Append(' ', end == start ? 0 : 4 * _depth).Append(lines, start, end - start).Append('\n');
        }
    }

    /// <summary>Writes an empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>Opens a block after its header.</summary>
    public void Open(string header)
    {
        Lines(header);
        Lines("{");
        _depth++;
    }

    /// <summary>Closes a block.</summary>
    public void Close(string end = "}")
    {
        _depth--;
        Lines(end);
    }

    public override string ToString() => _text.ToString();
}
