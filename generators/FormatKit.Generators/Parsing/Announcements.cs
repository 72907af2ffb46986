using System.Collections.Immutable;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Generators.Parsing;

/// <summary>What a declaration says of its own future, which must not make the generated code fail: the user has been
/// told at the declaration.</summary>
internal static class Announcements
{
    /// <summary>Whether a symbol, or one around it, is obsolete so that using it is an error.</summary>
    public static bool IsRetired(ISymbol? symbol)
    {
        for (; symbol is not null; symbol = symbol.ContainingType)
        {
            foreach (var data in symbol.GetAttributes())
            {
                if (IsSystem(data, "ObsoleteAttribute")
                    && data.ConstructorArguments.Any(argument => argument.Value is true))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a property, its type or an argument of that is retired.</summary>
    public static bool IsRetired(IPropertySymbol property) =>
        IsRetired((ISymbol)property)
        || (property.Type.SpecialType == SpecialType.None && TypesOf(property).Any(type => IsRetired((ISymbol)type)));

    /// <summary>The ids with which the compiler tells that a type or what it is made of is experimental.</summary>
    public static EquatableArray<string> ExperimentsOf(INamedTypeSymbol type)
    {
        var properties = type.GetMembers().OfType<IPropertySymbol>().ToList();
        var used = properties.SelectMany(TypesOf)
            .Concat(properties.SelectMany(property => property.GetAttributes())
                .SelectMany(data => data.AttributeClass?.TypeArguments ?? []))
            .SelectMany(Around)
            .Concat(Around(type)).Concat(properties);
        return used.SelectMany(symbol => symbol.GetAttributes())
            .Where(data => IsSystem(data, "ExperimentalAttribute"))
            .Select(data => data.ConstructorArguments.FirstOrDefault().Value as string)
            .OfType<string>().Where(SyntaxFacts.IsValidIdentifier).Distinct().OrderBy(id => id, StringComparer.Ordinal)
            .ToImmutableArray();
    }

    private static IEnumerable<ITypeSymbol> TypesOf(IPropertySymbol property) => property.Type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol named => [named, .. named.TypeArguments],
        var type => [type],
    };

    private static IEnumerable<ISymbol> Around(ISymbol symbol)
    {
        for (var at = symbol; at is not null; at = at.ContainingType)
        {
            yield return at;
        }
    }

    private static bool IsSystem(AttributeData data, string name) =>
        data.AttributeClass is { } attribute && attribute.Name == name
        && attribute.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal);
}
