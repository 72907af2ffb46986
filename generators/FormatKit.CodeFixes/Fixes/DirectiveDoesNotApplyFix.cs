using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Removes an attribute that means nothing on its field.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DirectiveDoesNotApplyFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0014";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            yield return new TextFix($"Remove [{AttributeEdit.Name(attribute)}]", AttributeEdit.Remove(attribute));
        }
    }
}
