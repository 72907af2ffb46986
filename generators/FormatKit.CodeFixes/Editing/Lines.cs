using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.CodeFixes.Editing;

/// <summary>Lines as they are written around a node.</summary>
internal static class Lines
{
    /// <summary>Where the line of a node starts.</summary>
    public static int Start(SyntaxNode node) => Line(node.SyntaxTree.GetText(), node.SpanStart).Start;

    /// <summary>The blanks before what stands in the line of a node.</summary>
    public static string Indentation(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = Line(text, node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>How the file ends its lines.</summary>
    public static string End(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var first = text.Lines[0];
        var end = text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        return end.Length == 0 ? "\n" : end;
    }

    /// <summary>Whether nothing but blanks stands before a node in its line.</summary>
    public static bool StartsLine(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var before = TextSpan.FromBounds(Line(text, node.SpanStart).Start, node.SpanStart);
        return string.IsNullOrWhiteSpace(text.ToString(before));
    }

    private static TextLine Line(SourceText text, int position) => text.Lines.GetLineFromPosition(position);
}
