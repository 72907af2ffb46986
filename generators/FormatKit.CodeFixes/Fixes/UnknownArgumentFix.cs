using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Writes one of the values that there are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnknownArgumentFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0026";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not ExpressionSyntax expression)
        {
            yield break;
        }

        var names = Argument(diagnostic, 3).Split([" or ", ", "], StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            yield return new TextFix($"Write {name}", Edit.Replace(expression, name));
        }
    }
}
