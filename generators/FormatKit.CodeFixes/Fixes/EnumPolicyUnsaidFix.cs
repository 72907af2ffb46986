using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Says what happens to values that an enum does not name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EnumPolicyUnsaidFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0083";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } field)
        {
            yield break;
        }

        foreach (var policy in (string[])["Preserve", "Reject"])
        {
            var attribute = $"[EnumPolicy(UnknownValues.{policy})]";
            yield return new TextFix($"Add {attribute}", AttributeEdit.Add(field, attribute));
        }
    }
}
