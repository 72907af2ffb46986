using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Writes a field in the form that its type demands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PropertyFormFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0010";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property)
        {
            var form = Argument(diagnostic, 2);
            var isSpan = form.EndsWith("{ get; }", StringComparison.Ordinal);
            yield return new TextFix(
                $"Declare it as '{form}'",
                [.. Modifiers(property, isSpan), .. PropertyType(property, isSpan), .. Accessors(property, isSpan)]);
        }
    }

    private static IEnumerable<TextChange> Modifiers(PropertyDeclarationSyntax property, bool isSpan)
    {
        foreach (var token in property.Modifiers.Where(token => !Stays(token, isSpan)))
        {
            yield return Edit.Remove(token);
        }

        var partial = property.Modifiers.FirstOrDefault(token => token.IsKind(SyntaxKind.PartialKeyword));
        var needsReadOnly = isSpan && !property.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
        var missing = (needsReadOnly ? "readonly " : null) + (partial.RawKind == 0 ? "partial " : null);
        if (missing.Length > 0)
        {
            yield return Edit.Insert(partial.RawKind == 0 ? property.Type.SpanStart : partial.SpanStart, missing);
        }
    }

    private static bool Stays(SyntaxToken token, bool isSpan) =>
        SyntaxFacts.IsAccessibilityModifier(token.Kind()) || token.IsKind(SyntaxKind.PartialKeyword)
        || (isSpan && token.IsKind(SyntaxKind.ReadOnlyKeyword));

    private static IEnumerable<TextChange> PropertyType(PropertyDeclarationSyntax property, bool isSpan)
    {
        if (property.Type is RefTypeSyntax reference)
        {
            var span = TextSpan.FromBounds(reference.SpanStart, reference.Type.SpanStart);
            yield return new TextChange(span, string.Empty);
        }

        if (isSpan && property.Type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault()
            is { Identifier: { ValueText: "Span" } name })
        {
            yield return Edit.Replace(name, "ReadOnlySpan");
        }
    }

    private static List<TextChange> Accessors(PropertyDeclarationSyntax property, bool isSpan)
    {
        var whole = isSpan ? "{ get; }" : "{ readonly get; set; }";
        if (property.AccessorList is not { } list)
        {
            return [new TextChange(TextSpan.FromBounds(property.ExpressionBody!.SpanStart, property.Span.End), whole)];
        }

        var edits = new List<TextChange>();
        if (property.Initializer is not null)
        {
            var initializer = TextSpan.FromBounds(list.Span.End, property.SemicolonToken.Span.End);
            edits.Add(new TextChange(initializer, string.Empty));
        }

        var get = list.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        var set = list.Accessors.FirstOrDefault(accessor => accessor != get);
        if (get is null)
        {
            edits.Add(Edit.Insert(list.OpenBraceToken.Span.End, isSpan ? " get;" : " readonly get;"));
        }
        else
        {
            edits.AddRange(Accessor(get, isSpan ? null : "readonly", "get"));
        }

        if (isSpan && set is not null)
        {
            edits.Add(new TextChange(
                TextSpan.FromBounds(set.GetFirstToken().GetPreviousToken().Span.End, set.Span.End), string.Empty));
        }
        else if (set is not null)
        {
            edits.AddRange(Accessor(set, null, "set"));
        }
        else if (!isSpan)
        {
            edits.Add(Edit.Insert(list.Accessors.Last().Span.End, " set;"));
        }

        return edits;
    }

    /// <summary>One accessor without a body, with its accessibility and one more modifier.</summary>
    private static IEnumerable<TextChange> Accessor(
        AccessorDeclarationSyntax accessor, string? modifier, string keyword)
    {
        foreach (var token in accessor.Modifiers.Where(token =>
            token.IsKind(SyntaxKind.ReadOnlyKeyword) && modifier is null))
        {
            yield return Edit.Remove(token);
        }

        if (modifier is not null && !accessor.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
        {
            yield return Edit.Insert(accessor.Keyword.SpanStart, modifier + " ");
        }

        if (accessor.Keyword.ValueText != keyword)
        {
            yield return Edit.Replace(accessor.Keyword, keyword);
        }

        if (accessor.Body is not null || accessor.ExpressionBody is not null)
        {
            yield return new TextChange(TextSpan.FromBounds(accessor.Keyword.Span.End, accessor.Span.End), ";");
        }
    }
}
