using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>Names as code.</summary>
internal static class CodeNames
{
    /// <summary>Names as they stand in a sentence, of which there is one at least.</summary>
    public static string List(IReadOnlyList<string> names)
    {
        var quoted = names.Select(name => $"'{name}'").ToList();
        return quoted.Count == 1
            ? quoted[0]
            : string.Join(", ", quoted.Take(quoted.Count - 1)) + " and " + quoted[quoted.Count - 1];
    }

    private static readonly SymbolDisplayFormat FullFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    // Asked for by each type of a namespace; kept for as long as the compilation is.
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Twins = new();

    /// <summary>A type's name as code from anywhere.</summary>
    public static string Full(ITypeSymbol type) => type.SpecialType switch
    {
        // Most fields are integers, and printing a symbol takes long.
        SpecialType.System_Byte => "byte",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_UInt64 => "ulong",
        _ => type.ToDisplayString(FullFormat),
    };

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
        && (Twins.GetValue(container, FindTwins).Contains(symbol.Name) || HasTwin(container));

    /// <summary>The names in a namespace or type that differ from another one there in case only.</summary>
    private static HashSet<string> FindTwins(INamespaceOrTypeSymbol container)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var twins = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (!names.TryGetValue(member.Name, out var other))
            {
                names.Add(member.Name, member.Name);
            }
            else if (other != member.Name)
            {
                twins.Add(member.Name);
            }
        }

        return twins;
    }

    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash;
    }

    /// <summary>The beginning of another part of a type.</summary>
    public static string Part(TypeDeclarationSyntax type)
    {
        var keyword = type switch
        {
            RecordDeclarationSyntax record when record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) =>
                "record struct",
            RecordDeclarationSyntax => "record",
            _ => type.Keyword.ValueText,
        };
        return $"partial {keyword} {Escape(type.Identifier.ValueText)}";
    }
}
