using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Covers what no checksum covers, or says that it is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NotCoveredFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0085";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not ExpressionSyntax over || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            yield break;
        }

        var (names, words) = (Argument(diagnostic, 2), Argument(diagnostic, 1));
        var arguments = attribute.ArgumentList!.Arguments;
        if (!arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == "Except"))
        {
            yield return new TextFix(
                $"Leave out {words} on purpose", Edit.Insert(arguments.Last().Span.End, $", Except = [{names}]"));
        }

        if (over is CollectionExpressionSyntax { Elements: { Count: > 0 } elements })
        {
            yield return new TextFix($"Cover {words} too", Edit.Insert(elements.Last().Span.End, $", {names}"));
        }
    }
}
