using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Makes a type around a layout <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ContainingTypeNotPartialFix : NotPartialFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0002";
}
