using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Makes the type of what is there only sometimes nullable.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ConditionNotNullableFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0113";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<TypeSyntax>() is { } type)
        {
            yield return new TextFix($"Make it '{type}?'", Edit.Insert(type.Span.End, "?"));
        }
    }
}
