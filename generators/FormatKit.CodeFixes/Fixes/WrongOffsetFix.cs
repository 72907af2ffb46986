using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Corrects the offset, or declares the bytes before the field.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class WrongOffsetFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0007";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        var (end, asserted) = (Number(diagnostic, 1), Number(diagnostic, 2));
        if (node is not ExpressionSyntax expression
            || node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } field)
        {
            yield break;
        }

        if (end < asserted)
        {
            yield return new TextFix(
                $"Add [Reserved({Text(asserted - end)})] before '{field.Identifier.ValueText}'",
                ReservedField.Before(field, asserted - end));
        }

        yield return new TextFix($"Change the offset to {Text(end)}", Edit.Replace(expression, Text(end)));
    }
}
