using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Says how a checksum is computed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ChecksumUnsaidFix : SuggestedAttributeFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0084";

    /// <inheritdoc/>
    protected override int Words => 1;
}
