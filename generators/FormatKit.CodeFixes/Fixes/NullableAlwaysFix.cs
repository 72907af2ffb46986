using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Takes the question mark from the type of what is always there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NullableAlwaysFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0114";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<NullableTypeSyntax>() is { } type)
        {
            yield return new TextFix(
                $"Make it '{type.ElementType}'",
                new TextChange(TextSpan.FromBounds(type.ElementType.Span.End, type.Span.End), string.Empty));
        }
    }
}
