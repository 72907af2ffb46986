using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Moves a field into the part that has <c>[BinaryLayout]</c>, where that stands in the same file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FieldInOtherPartFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0009";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is not PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax here } field
            || MainPart(here)?.Members.OfType<PropertyDeclarationSyntax>().LastOrDefault() is not { } last
            || !Lines.StartsLine(field) || !last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
        {
            yield break;
        }

        yield return new TextFix(
            $"Move it behind '{last.Identifier.ValueText}'",
            new TextChange(field.FullSpan, string.Empty),
            Edit.Insert(last.FullSpan.End, field.ToFullString()));
    }

    private static TypeDeclarationSyntax? MainPart(TypeDeclarationSyntax here) => here.Parent?.ChildNodes()
        .OfType<TypeDeclarationSyntax>()
        .FirstOrDefault(part => part.Identifier.ValueText == here.Identifier.ValueText
            && part.AttributeLists.SelectMany(list => list.Attributes)
                .Any(attribute => AttributeEdit.Name(attribute) is "BinaryLayout" or "BinaryRecord"));
}
