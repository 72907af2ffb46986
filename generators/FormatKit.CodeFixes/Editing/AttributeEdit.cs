using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.CodeFixes.Editing;

/// <summary>Attributes added and removed.</summary>
internal static class AttributeEdit
{
    /// <summary>The name as it is looked for: <c>Magic</c> for <c>FormatKit.MagicAttribute</c>.</summary>
    public static string Name(AttributeSyntax attribute)
    {
        var name = attribute.Name;
        while (name is QualifiedNameSyntax or AliasQualifiedNameSyntax)
        {
            name = name is QualifiedNameSyntax qualified ? qualified.Right : ((AliasQualifiedNameSyntax)name).Name;
        }

        var text = ((SimpleNameSyntax)name).Identifier.ValueText;
        return text.EndsWith("Attribute", StringComparison.Ordinal) ? text.Substring(0, text.Length - 9) : text;
    }

    public static AttributeSyntax? Find(MemberDeclarationSyntax member, string name) =>
        member.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(found => Name(found) == name);

    /// <summary>Adds <c>[…]</c> directly before a member's modifiers.</summary>
    public static TextChange Add(MemberDeclarationSyntax member, string attribute)
    {
        var last = member.AttributeLists.LastOrDefault();
        var first = last is null ? member.GetFirstToken() : last.GetLastToken().GetNextToken();
        return Edit.Insert(first.SpanStart, attribute + " ");
    }

    /// <summary>Removes an attribute: with its comma, with its list, or with the line that it has for itself.</summary>
    public static TextChange Remove(AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        var index = list.Attributes.IndexOf(attribute);
        if (list.Attributes.Count > 1)
        {
            var span = index > 0
                ? TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End)
                : TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart);
            return new TextChange(span, string.Empty);
        }

        var close = list.CloseBracketToken;
        var end = Edit.EndWithBlanks(close);
        var isAlone = close.TrailingTrivia.All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)
            || trivia.IsKind(SyntaxKind.EndOfLineTrivia)) && close.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        return new TextChange(
            isAlone
                ? TextSpan.FromBounds(Lines.Start(list), close.FullSpan.End)
                : TextSpan.FromBounds(list.SpanStart, end),
            string.Empty);
    }
}
