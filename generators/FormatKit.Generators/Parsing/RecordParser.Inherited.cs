using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    private readonly List<DiagnosticInfo> _warnings = [];

    /// <summary>Says which values a record inherits that are in none of its bytes: its fields are its own. The base
    /// class of variants may have none, which is said there.</summary>
    private void WarnOfInherited()
    {
        foreach (var above in Bases().Where(above => !IsRecord(above) && !IsVariants(above)))
        {
            var names = above.GetMembers().OfType<IPropertySymbol>().Where(HoldsValue)
                .OrderBy(DeclarationOrder.Of)
                .Select(property => property.Name).ToList();
            if (names.Count > 0)
            {
                _warnings.Add(new DiagnosticInfo(
                    DiagnosticTable.InheritedNotStored, BaseLocation(),
                    ImmutableArray.Create(_type.Name, CodeNames.List(names), above.Name)));
            }
        }
    }

    /// <summary>Whether it is an auto-property that can be set; one of an assembly has no field that can be seen.
    /// </summary>
    private static bool HoldsValue(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, SetMethod: not null, GetMethod: { } get }
        && (property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(storage =>
                SymbolEqualityComparer.Default.Equals(storage.AssociatedSymbol, property))
            || get.GetAttributes().Any(found => found.AttributeClass?.Name == "CompilerGeneratedAttribute"));

    /// <summary>Where the base class is named, if it is in this part.</summary>
    private LocationInfo BaseLocation() =>
        _declaration.BaseList?.Types.FirstOrDefault() is { } first
        && _type.BaseType is { } above && NamesOf(first.Type) == above.Name
            ? LocationInfo.Of(first.Type.GetLocation())
            : TypeName();

    private static string? NamesOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
