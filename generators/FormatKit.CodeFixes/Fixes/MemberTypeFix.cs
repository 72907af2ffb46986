using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Makes a field that counts others, or says their length, an unsigned integer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MemberTypeFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0110";

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        var name = Argument(diagnostic, 2);
        if (Argument(diagnostic, 0) is not ("Count" or "Length")
            || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } record
            || record.Members.OfType<PropertyDeclarationSyntax>()
                .FirstOrDefault(property => property.Identifier.ValueText == name) is not { } field)
        {
            yield break;
        }

        if (AttributeEdit.Find(field, "Magic") is { } magic)
        {
            yield return new TextFix($"Remove [Magic] from '{name}'", AttributeEdit.Remove(magic));
        }
        else if (AttributeEdit.Find(field, "Constant") is { } constant)
        {
            yield return new TextFix($"Remove [Constant] from '{name}'", AttributeEdit.Remove(constant));
        }
        else
        {
            var unsigned = Unsigned(field.Type.ToString());
            yield return new TextFix($"Make '{name}' a {unsigned}", Edit.Replace(field.Type, unsigned));
        }
    }

    /// <summary>The unsigned integer as wide; for what is no integer one of 4 bytes.</summary>
    private static string Unsigned(string type) => type switch
    {
        "sbyte" or "bool" => "byte",
        "short" or "Half" => "ushort",
        "long" or "double" or "Int128" or "UInt128" => "ulong",
        _ => "uint",
    };
}
