using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

/// <summary>The order in which members stand in their file.</summary>
internal static class DeclarationOrder
{
    /// <summary>Where a member's first part starts.</summary>
    public static int Of(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Start ?? 0;
}
