using System.Text.RegularExpressions;
using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Moves bits to where none are named yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class BitsOverlapFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0044";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        var place = Regex.Match(Argument(diagnostic, 3), @"from bit (\d+)$");
        if (node is ExpressionSyntax start && place.Success)
        {
            var free = place.Groups[1].Value;
            yield return new TextFix($"Start at bit {free}", Edit.Replace(start, free));
        }
    }
}
