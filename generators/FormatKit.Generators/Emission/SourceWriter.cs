using System.Text;

namespace FormatKit.Generators.Emission;

/// <summary>Collects lines at an indentation.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines; what is empty stays empty.</summary>
    public void Lines(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            var trimmed = line.TrimEnd('\r', ' ');
            _text.Append(' ', trimmed.Length == 0 ? 0 : 4 * _depth).Append(trimmed).Append('\n');
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
