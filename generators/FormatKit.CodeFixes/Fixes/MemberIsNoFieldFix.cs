using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Turns a field of C# into a field of the layout.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MemberIsNoFieldFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0008";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is VariableDeclaratorSyntax { Initializer: null, ArgumentList: null }
            && node.Parent?.Parent is FieldDeclarationSyntax { Declaration.Variables.Count: 1 } field)
        {
            var edits = field.Modifiers
                .Where(modifier => modifier.IsKind(SyntaxKind.ReadOnlyKeyword))
                .Select(Edit.Remove)
                .Append(Edit.Insert(field.Declaration.Type.SpanStart, "partial "))
                .Append(Edit.Replace(field.SemicolonToken, " { readonly get; set; }"));
            yield return new TextFix("Make it a partial property", [.. edits]);
        }
    }
}
