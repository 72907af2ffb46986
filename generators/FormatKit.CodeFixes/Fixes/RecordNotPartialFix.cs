using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FormatKit.CodeFixes.Fixes;

/// <summary>Makes a record <c>partial</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RecordNotPartialFix : NotPartialFix
{
    /// <inheritdoc/>
    protected override string Id => "FK0100";
}
