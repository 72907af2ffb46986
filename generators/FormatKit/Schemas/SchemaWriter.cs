using System.Text;

namespace FormatKit;

/// <summary>Collects the lines of an exported document at an indentation.</summary>
internal sealed class SchemaWriter(int indentation)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line)
    {
        _text.Append(' ', line.Length == 0 ? 0 : _depth * indentation).Append(line).Append('\n');
    }

    public void Line() => Line("");

    /// <summary>Writes a line and what stands below it, further in.</summary>
    public void Block(string header, Action content)
    {
        Line(header);
        _depth++;
        content();
        _depth--;
    }

    /// <summary>Writes what another writer has collected, at this one's depth.</summary>
    public void Include(SchemaWriter other)
    {
        foreach (var line in other._text.ToString().Split('\n')[..^1])
        {
            Line(line);
        }
    }

    public bool IsEmpty => _text.Length == 0;

    public override string ToString() => _text.ToString();
}
