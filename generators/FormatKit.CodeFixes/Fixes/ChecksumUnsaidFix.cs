using System.Text.RegularExpressions;
using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Says how a checksum is computed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ChecksumUnsaidFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0084";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } field)
        {
            yield break;
        }

        foreach (Match known in Regex.Matches(Argument(diagnostic, 1), @"\[[^\]]+\]"))
        {
            yield return new TextFix($"Add {known.Value}", AttributeEdit.Add(field, known.Value));
        }
    }
}
