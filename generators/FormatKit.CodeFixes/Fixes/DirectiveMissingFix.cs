using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Adds one of the attributes that the diagnostic asks for, with an example's arguments.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DirectiveMissingFix : SuggestedAttributeFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0013";

    /// <inheritdoc/>
    protected override int Words => 2;

    /// <summary>The attribute as the message says it, with numbers and names in place of words.</summary>
    protected override string Code(string suggested) => suggested
        .Replace("length", "16")
        .Replace("count", "1")
        .Replace("TextEncoding.…", "TextEncoding.Utf8")
        .Replace("yyyy-MM-dd", "1970-01-01");
}
