using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Declares the bytes before a field, or corrects its offset.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UndeclaredGapFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0086";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not ExpressionSyntax expression
            || node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } field)
        {
            yield break;
        }

        var (end, gap) = (Number(diagnostic, 1), Number(diagnostic, 3));
        yield return new TextFix(
            $"Add [Reserved({Text(gap)})] before '{field.Identifier.ValueText}'", ReservedField.Before(field, gap));
        yield return new TextFix($"Change the offset to {Text(end)}", Edit.Replace(expression, Text(end)));
    }
}
