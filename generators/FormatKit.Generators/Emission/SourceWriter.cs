using System.Text;

namespace FormatKit.Generators.Emission;

/// <summary>Collects lines at an indentation.</summary>
internal sealed class SourceWriter
{
    private const int MostKept = 256 << 10;

    // Files are written one after another, so they share what they are collected in.
    [ThreadStatic]
    private static StringBuilder? _kept;

    private readonly StringBuilder _text;
    private int _depth;

    public SourceWriter()
    {
        _text = _kept ?? new StringBuilder(64 << 10);
        _kept = null;
    }

    /// <summary>Writes lines; what is empty stays empty.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="end">What the last one ends with.</param>
    public void Lines(string lines, string end)
    {
        Lines(lines);
        _text.Length--;
        _text.Append(end).Append('\n');
    }

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

    /// <summary>All that was written; the end of the writer.</summary>
    public string Finish()
    {
        var text = _text.ToString();
        if (_text.Capacity <= MostKept)
        {
            _kept = _text.Clear();
        }

        return text;
    }
}
