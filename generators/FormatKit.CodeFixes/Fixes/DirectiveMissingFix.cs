using System.Text.RegularExpressions;
using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Adds one of the attributes that the diagnostic asks for, with an example's arguments.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DirectiveMissingFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0013";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } field)
        {
            yield break;
        }

        foreach (Match suggested in Regex.Matches(Argument(diagnostic, 2), @"\[[^\]]+\]"))
        {
            var attribute = Example(suggested.Value);
            yield return new TextFix($"Add {attribute}", AttributeEdit.Add(field, attribute));
        }
    }

    /// <summary>The attribute as the message says it, with numbers and names in place of words.</summary>
    private static string Example(string suggested) => suggested
        .Replace("length", "16")
        .Replace("count", "1")
        .Replace("TextEncoding.…", "TextEncoding.Utf8")
        .Replace("yyyy-MM-dd", "1970-01-01");
}
