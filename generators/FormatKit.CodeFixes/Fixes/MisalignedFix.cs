using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Declares the bytes before a field that is aligned.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MisalignedFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0049";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } field
            && Number(diagnostic, 3) is > 0 and var gap)
        {
            yield return new TextFix(
                $"Add [Reserved({Text(gap)})] before '{field.Identifier.ValueText}'", ReservedField.Before(field, gap));
        }
    }
}
