using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.CodeFixes.Editing;

/// <summary>Single edits.</summary>
internal static class Edit
{
    public static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    public static TextChange Replace(SyntaxNode node, string text) => new(node.Span, text);

    public static TextChange Replace(SyntaxToken token, string text) => new(token.Span, text);

    /// <summary>Removes a word and the blanks behind it, but no comment.</summary>
    public static TextChange Remove(SyntaxToken token) =>
        new(TextSpan.FromBounds(token.SpanStart, EndWithBlanks(token)), string.Empty);

    /// <summary>Where the blanks behind a token end.</summary>
    public static int EndWithBlanks(SyntaxToken token)
    {
        var end = token.Span.End;
        foreach (var trivia in token.TrailingTrivia.TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
        {
            end = trivia.Span.End;
        }

        return end;
    }
}
