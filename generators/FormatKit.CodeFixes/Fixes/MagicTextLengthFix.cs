using FormatKit.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Makes a text magic as long as its field, or its field as long as the magic.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MagicTextLengthFix : LayoutFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0018";

    /// <inheritdoc/>
    protected override bool FixesAll => false;

    /// <inheritdoc/>
    protected override IEnumerable<TextFix> Offer(SyntaxNode node, Diagnostic diagnostic)
    {
        var (characters, width) = (Number(diagnostic, 1), Number(diagnostic, 2));
        if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { } field)
        {
            yield break;
        }

        if (characters < width && node is LiteralExpressionSyntax { Token: var token }
            && token.Text.StartsWith("\"", StringComparison.Ordinal)
            && token.Text.EndsWith("\"", StringComparison.Ordinal)
            && !token.Text.StartsWith("\"\"\"", StringComparison.Ordinal))
        {
            var zeros = string.Concat(Enumerable.Repeat(@"\0", (int)(width - characters)));
            yield return new TextFix("Fill the magic up with zero bytes", Edit.Insert(token.Span.End - 1, zeros));
        }

        if (AttributeEdit.Find(field, "Bytes")?.ArgumentList?.Arguments.FirstOrDefault() is { } length)
        {
            yield return new TextFix(
                $"Change the length of the field to {Text(characters)}",
                Edit.Replace(length.Expression, Text(characters)));
        }
        else if (Integer(characters) is { } type && field.Type is PredefinedTypeSyntax)
        {
            yield return new TextFix($"Change the type of the field to '{type}'", Edit.Replace(field.Type, type));
        }
    }

    private static string? Integer(long width) => width switch
    {
        1 => "byte",
        2 => "ushort",
        4 => "uint",
        8 => "ulong",
        _ => null,
    };
}
