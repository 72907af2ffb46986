using System.Text.RegularExpressions;
using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes;

/// <summary>Adds one of the attributes that the diagnostic's message names in brackets.</summary>
public abstract class SuggestedAttributeFix : LayoutFix
{
    /// <inheritdoc/>
    protected sealed override bool FixesAll => false;

    /// <summary>Which part of the message names them.</summary>
    protected abstract int Words { get; }

    /// <summary>An attribute as the message says it, made into code.</summary>
    protected virtual string Code(string suggested) => suggested;

    /// <inheritdoc/>
    protected sealed override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } field)
        {
            yield break;
        }

        foreach (Match suggested in Regex.Matches(Argument(diagnostic, Words), @"\[[^\]]+\]"))
        {
            var attribute = Code(suggested.Value);
            yield return new TextFix($"Add {attribute}", AttributeEdit.Add(field, attribute));
        }
    }
}
