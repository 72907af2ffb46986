using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Makes a layout <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class StructNotPartialFix : NotPartialFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0001";
}
