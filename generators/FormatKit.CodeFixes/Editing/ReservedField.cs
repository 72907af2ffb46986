using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.CodeFixes.Editing;

/// <summary>A new field for bytes without a meaning, written like the one beside it.</summary>
internal static class ReservedField
{
    /// <summary>Inserts the field before another.</summary>
    public static TextChange Before(MemberDeclarationSyntax field, long length)
    {
        var declaration = Declaration(field, length);
        if (!Lines.StartsLine(field))
        {
            return Edit.Insert(field.SpanStart, declaration + " ");
        }

        // Behind the blank lines above the other field, before its comments.
        var position = field.FullSpan.Start;
        var isApart = false;
        foreach (var trivia in field.GetLeadingTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                (position, isApart) = (trivia.Span.End, true);
            }
            else if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            {
                break;
            }
        }

        return Edit.Insert(position, Written(field, declaration) + (isApart ? Lines.End(field) : string.Empty));
    }

    /// <summary>Inserts the field behind another.</summary>
    public static TextChange Behind(MemberDeclarationSyntax field, long length)
    {
        var declaration = Declaration(field, length);
        if (!field.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
        {
            return Edit.Insert(field.Span.End, " " + declaration);
        }

        var isApart =
            field.GetLeadingTrivia() is { Count: > 0 } leading && leading[0].IsKind(SyntaxKind.EndOfLineTrivia);
        return Edit.Insert(
            field.FullSpan.End, (isApart ? Lines.End(field) : string.Empty) + Written(field, declaration));
    }

    private static string Written(MemberDeclarationSyntax field, string declaration)
    {
        var (indentation, end) = (Lines.Indentation(field), Lines.End(field));
        var isDocumented = field.GetLeadingTrivia().Any(SyntaxKind.SingleLineDocumentationCommentTrivia);
        var doc = isDocumented ? $"{indentation}/// <summary>Reserved.</summary>{end}" : string.Empty;
        return $"{doc}{indentation}{declaration}{end}";
    }

    private static string Declaration(MemberDeclarationSyntax field, long length) => string.Format(
        CultureInfo.InvariantCulture,
        "[Reserved({0})] public readonly partial ReadOnlySpan<byte> {1} {{ get; }}", length, FreeName(field));

    private static string FreeName(MemberDeclarationSyntax field)
    {
        var taken = new HashSet<string>(((TypeDeclarationSyntax)field.Parent!).Members.Select(MemberNames.Of));
        var number = 1;
        var name = "Reserved";
        while (taken.Contains(name))
        {
            number++;
            name = "Reserved" + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
