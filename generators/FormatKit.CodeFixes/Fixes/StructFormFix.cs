using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Takes from a layout the word that makes it more than a struct.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class StructFormFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0003";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not TypeDeclarationSyntax { ParameterList: null, TypeParameterList: null } type)
        {
            yield break;
        }

        if (type is RecordDeclarationSyntax)
        {
            yield return new TextFix("Make it a plain struct", Edit.Remove(type.Keyword));
        }
        else if (type.Modifiers.FirstOrDefault(IsTooMuch) is { RawKind: not 0 } word)
        {
            yield return new TextFix($"Remove '{word.ValueText}'", Edit.Remove(word));
        }
        else if (type.Modifiers.FirstOrDefault(word => word.IsKind(SyntaxKind.FileKeyword)) is { RawKind: not 0 } file)
        {
            yield return new TextFix("Make it internal", Edit.Replace(file, "internal"));
        }
    }

    private static bool IsTooMuch(SyntaxToken modifier) =>
        modifier.IsKind(SyntaxKind.RefKeyword) || modifier.IsKind(SyntaxKind.ReadOnlyKeyword);
}
