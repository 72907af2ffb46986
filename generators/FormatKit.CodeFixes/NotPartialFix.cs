using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes;

/// <summary>Makes the type at the diagnostic <c>partial</c>.</summary>
public abstract class NotPartialFix : LayoutFix
{
    /// <inheritdoc/>
    protected sealed override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is TypeDeclarationSyntax type)
        {
            yield return new TextFix(
                $"Make '{type.Identifier.ValueText}' partial", Edit.Insert(type.Keyword.SpanStart, "partial "));
        }
    }
}
