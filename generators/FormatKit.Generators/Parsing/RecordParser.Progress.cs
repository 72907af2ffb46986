using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

/// <summary>Every array comes to an end, and so does every record.</summary>
internal sealed partial class RecordParser
{
    /// <summary>A record that always holds itself would never end.</summary>
    private void RefuseSelf(int index, FieldContext context)
    {
        if (Held(context.Symbol) is { } held && PathToSelf(held, []) is { } path)
        {
            var steps = string.Join(" → ", new[] { $"{_type.Name}.{context.Name}" }.Concat(path));
            Report(DiagnosticTable.RecordInItself, context.TypeLocation(), context.Name, _type.Name, steps);
        }
    }

    private IReadOnlyList<string>? PathToSelf(ITypeSymbol type, HashSet<ISymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(type, _type))
        {
            return [_type.Name];
        }

        if (!seen.Add(type))
        {
            return null;
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (Held(property) is { } held && PathToSelf(held, seen) is { } path)
            {
                return [$"{type.Name}.{property.Name}", .. path];
            }
        }

        return null;
    }

    /// <summary>The record of which a property always holds one: itself, or in an array that cannot be empty.</summary>
    private static ITypeSymbol? Held(IPropertySymbol property)
    {
        bool Has(string directive) => Annotation.Find(property, directive) is not null;

        var type = property switch
        {
            { IsStatic: true } or { IsIndexer: true } or { SetMethod: null } => null,
            _ when IsNullable(property.Type) => null,
            { Type: IArrayTypeSymbol { Rank: 1, ElementType: var element } }
                when Has("FixedCount")
                    || (Has("Until") && !Has("Length") && !Has("Prefixed") && !Has("Rest")) => element,
            _ => property.Type,
        };
        return type is not null && IsRecord(type) ? type : null;
    }

    /// <summary>Elements without bytes would let a small input make a large array.</summary>
    /// <returns>Whether they have some.</returns>
    private bool RefuseNoProgress(int index, FieldContext context)
    {
        if (_fields[index] is { Kind: "Records", Extent.Kind: not "Fixed" }
            && context.Type is IArrayTypeSymbol array && MayBeEmpty(array.ElementType, []))
        {
            Report(DiagnosticTable.NoProgress, context.TypeLocation(), context.Name, array.ElementType.Name);
            return false;
        }

        return true;
    }

    /// <summary>Whether a record can have no bytes at all, as far as its declaration tells.</summary>
    private static bool MayBeEmpty(ITypeSymbol record, HashSet<ISymbol> seen)
    {
        if (!seen.Add(record))
        {
            return true;
        }

        return record.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false, SetMethod: not null })
            .All(property => MayBeEmpty(property, seen));
    }

    private static bool MayBeEmpty(IPropertySymbol property, HashSet<ISymbol> seen)
    {
        bool Has(string directive) => Annotation.Find(property, directive) is not null;

        return IsNullable(property.Type) || Has("Tag")
            || (!Has("Prefixed") && !Has("Terminated") && property.Type switch
            {
                _ when IsVariants(property.Type) => true,
                _ when IsRecord(property.Type) => MayBeEmpty(property.Type, seen),
                IArrayTypeSymbol { ElementType: var element } when IsRecord(element) =>
                    Has("Until") ? MayBeEmpty(element, seen) : !Has("FixedCount") || MayBeEmpty(element, seen),
                IArrayTypeSymbol => !Has("FixedCount") && !Has("Bytes") && !Has("Reserved"),
                INamedTypeSymbol { Name: "ReadOnlyMemory" } => !Has("Bytes") && !Has("Reserved"),
                { SpecialType: SpecialType.System_String } => !Has("Text"),
                _ => false,
            });
    }
}
