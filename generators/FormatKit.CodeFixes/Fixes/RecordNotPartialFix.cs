using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Makes a record <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RecordNotPartialFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0100";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is TypeDeclarationSyntax type)
        {
            yield return new TextFix(
                $"Make '{type.Identifier.ValueText}' partial", Edit.Insert(type.Keyword.SpanStart, "partial "));
        }
    }
}
