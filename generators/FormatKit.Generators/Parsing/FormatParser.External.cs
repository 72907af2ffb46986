using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using FormatKit.Generators.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>
/// The regions outside of nested layouts: those of a single one become regions of the layout that holds it, behind its
/// own. Where a region of that name is there already, nothing could tell the two apart; where there are more than can
/// be given, there is no place for them; and of a layout of another assembly the declaration may not be seen whole.
/// </summary>
internal sealed partial class FormatParser
{
    /// <summary>Gives nested layouts their regions.</summary>
    private (ImmutableArray<FieldModel> Fields, ImmutableArray<string> Externals) ReachExternals(
        ImmutableArray<FieldModel> fields, ImmutableArray<string> own)
    {
        var (reached, externals) = (fields.ToBuilder(), own.ToBuilder());
        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index].Shape is NestedShape nested && Nested(fields[index].Property.Name) is { } type
                && IsBeside(_type, type) && Reach(externals, ExternalsOf(type, [])) is { } first)
            {
                reached[index] = fields[index] with { Shape = nested with { FirstExternal = first } };
            }
        }

        foreach (var property in _type.GetMembers().OfType<IPropertySymbol>().Where(found => found.IsPartialDefinition))
        {
            if (OutsideOf(property.Type) is not null && Syntax(property) is PropertyDeclarationSyntax syntax
                && !reached.Any(field => field.Property.Name == property.Name
                    && field.Shape is NestedShape { FirstExternal: not null }))
            {
                SuggestExternals(new FieldContext(property, syntax));
            }
        }

        return (reached.ToImmutable(), externals.ToImmutable());
    }

    /// <summary>Says of a property that holds layouts that nobody reaches what is outside of them.</summary>
    private void SuggestExternals(FieldContext context)
    {
        if (OutsideOf(context.Type) is var (type, externals))
        {
            Suggest(
                DiagnosticTable.ExternalsNotReached, context.NameLocation(),
                context.Name, type.Name, string.Join("', '", externals), _type.Name);
        }
    }

    /// <summary>
    /// The layout that a type is or has elements of, and the regions outside of it; null without one.
    /// </summary>
    private static (INamedTypeSymbol Type, List<string> Externals)? OutsideOf(ITypeSymbol type)
    {
        var element = IsSpan(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return element is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Struct } layout
            && ExternalsOf(layout, []) is { Count: > 0 } externals
                ? (layout, externals)
                : null;
    }

    private INamedTypeSymbol? Nested(string field) =>
        _type.GetMembers(field).OfType<IPropertySymbol>().FirstOrDefault()?.Type as INamedTypeSymbol;

    /// <summary>The regions of a layout as its declaration has them, in order; none where it is no layout.</summary>
    private static List<string> ExternalsOf(INamedTypeSymbol type, ImmutableHashSet<ISymbol> holders)
    {
        // What holds itself has a diagnostic where it is declared, and comes to an end here all the same.
        if (Annotation.Find(type, "BinaryLayout") is null || holders.Contains(type, SymbolEqualityComparer.Default))
        {
            return [];
        }

        var externals = ImmutableArray.CreateBuilder<string>();
        var properties = type.GetMembers().OfType<IPropertySymbol>().OrderBy(DeclarationOrder.Of).ToList();
        foreach (var data in properties.SelectMany(property => property.GetAttributes()).Where(Annotation.IsOurs))
        {
            var annotation = new Annotation(data);
            if (annotation.Name == "Checksum" && annotation.NamedText("External") is { } name
                && !externals.Contains(name))
            {
                externals.Add(name);
            }
        }

        foreach (var nested in properties
            .Where(property => Annotation.Find(property, "Overlay") is null)
            .Select(property => property.Type).OfType<INamedTypeSymbol>()
            .Where(nested => IsBeside(type, nested)))
        {
            _ = Reach(externals, ExternalsOf(nested, holders.Add(type)));
        }

        return [.. externals];
    }

    private static bool IsBeside(INamedTypeSymbol type, INamedTypeSymbol nested) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, nested.ContainingAssembly);

    /// <summary>Adds regions, all or none.</summary>
    /// <returns>Where they begin; null where they have no place.</returns>
    private static int? Reach(ImmutableArray<string>.Builder externals, List<string> nested)
    {
        if (nested.Count == 0 || externals.Count + nested.Count > ChecksumPlanner.MaximumExternals
            || nested.Any(externals.Contains))
        {
            return null;
        }

        externals.AddRange(nested);
        return externals.Count - nested.Count;
    }
}
