using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Makes the length of UTF-16 text even.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OddTextLengthFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0017";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        var length = Number(diagnostic, 1);
        if (node is not ExpressionSyntax expression)
        {
            yield break;
        }

        foreach (var even in ((long[])[length + 1, length - 1]).Where(even => even > 0))
        {
            yield return new TextFix($"Change the length to {Text(even)}", Edit.Replace(expression, Text(even)));
        }
    }
}
