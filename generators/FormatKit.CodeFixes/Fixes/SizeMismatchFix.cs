using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Corrects the size, or declares the bytes that are missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SizeMismatchFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0006";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        var (end, size) = (Number(diagnostic, 1), Number(diagnostic, 2));
        if (node is not ExpressionSyntax expression
            || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            yield break;
        }

        if (end < size && type.Members.OfType<PropertyDeclarationSyntax>().LastOrDefault(IsField) is { } last)
        {
            yield return new TextFix(
                $"Add [Reserved({Text(size - end)})] at the end", ReservedField.Behind(last, size - end));
        }

        if (end > 0)
        {
            yield return new TextFix($"Change the size to {Text(end)}", Edit.Replace(expression, Text(end)));
        }
    }

    private static bool IsField(PropertyDeclarationSyntax property) =>
        property.Modifiers.Any(SyntaxKind.PartialKeyword);
}
