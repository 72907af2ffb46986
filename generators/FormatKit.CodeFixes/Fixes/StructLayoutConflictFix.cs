using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Removes the attribute that says another storage.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class StructLayoutConflictFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0004";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            yield return new TextFix($"Remove [{AttributeEdit.Name(attribute)}]", AttributeEdit.Remove(attribute));
        }
    }
}
