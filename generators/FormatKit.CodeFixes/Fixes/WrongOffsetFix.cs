using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Corrects the offset of a field that cannot start so early.</summary>
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
        var end = Number(diagnostic, 1);
        if (node is ExpressionSyntax expression)
        {
            yield return new TextFix($"Change the offset to {Text(end)}", Edit.Replace(expression, Text(end)));
        }
    }
}
