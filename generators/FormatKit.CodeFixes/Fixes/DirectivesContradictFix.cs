using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Removes one of two attributes that contradict each other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DirectivesContradictFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0015";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } field)
        {
            yield break;
        }

        foreach (var name in (string[])[Argument(diagnostic, 2), Argument(diagnostic, 1)])
        {
            if (AttributeEdit.Find(field, name) is { } attribute)
            {
                yield return new TextFix($"Remove [{name}]", AttributeEdit.Remove(attribute));
            }
        }
    }
}
