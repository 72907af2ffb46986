using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Generators.Parsing;

/// <summary>Names as code.</summary>
internal static class CodeNames
{
    private static readonly SymbolDisplayFormat FullFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type's name as code from anywhere.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(FullFormat);

    /// <summary>A name with an escape where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A short name, with underscores for as long as it is taken.</summary>
    public static string Free(string name, ICollection<string> taken) =>
        taken.Contains(name) ? Free("_" + name, taken) : name;

    /// <summary>
    /// The name of the file generated for a type. It is compared without case, so a type whose name differs from
    /// another's in case only gets a number as well; as does one whose letters a file name cannot have.
    /// </summary>
    public static string HintName(INamedTypeSymbol type)
    {
        var full = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        var name = new StringBuilder();
        foreach (var character in full)
        {
            name.Append(char.IsLetterOrDigit(character) || character is '.' or '_' ? character : '_');
        }

        var isUnique = name.ToString() == full && !HasTwin(type);
        return isUnique ? $"{name}.g.cs" : $"{name}.{Hash(full):x8}.g.cs";
    }

    private static bool HasTwin(ISymbol symbol) =>
        symbol.ContainingSymbol is INamespaceOrTypeSymbol container
        && (container.GetMembers().OfType<INamespaceOrTypeSymbol>().Any(member =>
                member.Name != symbol.Name && member.Name.Equals(symbol.Name, StringComparison.OrdinalIgnoreCase))
            || HasTwin(container));

    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash;
    }
}
