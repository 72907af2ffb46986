using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

/// <summary>A record that ends with a rest takes all that is left of what encloses it.</summary>
internal sealed partial class RecordParser
{
    /// <summary>Refuses what stands after a record that goes on to the end, and arrays of such records.</summary>
    private void RefuseOpen(int index, FieldContext context, bool haveBytes)
    {
        var field = _fields[index];
        if (haveBytes && field is { Kind: "Records" } && context.Type is IArrayTypeSymbol array
            && Rest(array.ElementType, []) is { } inElement)
        {
            Report(
                DiagnosticTable.OpenElements, context.TypeLocation(), context.Name, array.ElementType.Name, inElement);
        }
        else if (field is { Kind: "Record" or "Variant", Extent.Kind: "Own", Condition: null }
            && index < _fields.Count - 1 && Rest(context.Type, []) is { } rest)
        {
            Report(
                DiagnosticTable.OpenNotLast, context.TypeLocation(), context.Name, rest, _fields[index + 1].Name);
        }
    }

    /// <summary>A rest takes the zeros that fill the record up as well, and would be read as another.</summary>
    private void RefuseOpenAligned(int align)
    {
        if (align > 1 && _fields.Count > 0 && _fields[_fields.Count - 1] is { Kind: not "Wrong" } last
            && (last.Extent is { Kind: "Rest", Until: null } ? $"{_type.Name}.{last.Name}"
                : last is { Kind: "Record" or "Variant", Extent.Kind: "Own" }
                    ? Rest(_contexts[_contexts.Count - 1].Type, []) : null) is { } rest)
        {
            Report(DiagnosticTable.OpenAligned, _record.NamedLocation("Align"), _type.Name, Text(align), rest);
        }
    }

    /// <summary>The field that takes the rest in a record, or in one of the variants; null for none. An array up to an
    /// element ends there, and does not take it.</summary>
    private static string? Rest(ITypeSymbol type, HashSet<ISymbol> seen)
    {
        if (!seen.Add(type))
        {
            return null;
        }

        if (IsVariants(type))
        {
            return type.GetAttributes().Where(Annotation.IsOurs).Select(data => new Annotation(data))
                .Select(directive => directive.Name switch
                {
                    "Variant" => directive.TypeOf(1),
                    "OtherVariant" => directive.TypeOf(0),
                    _ => null,
                })
                .Select(variant => variant is null ? null : Rest(variant, seen))
                .FirstOrDefault(found => found is not null);
        }

        var last = type.GetMembers().OfType<IPropertySymbol>()
            .LastOrDefault(property => property is { IsStatic: false, IsIndexer: false, SetMethod: not null }
                && Annotation.Find(property, "Tag") is null);
        bool Has(string directive) => Annotation.Find(last!, directive) is not null;

        return !IsRecord(type) || last is null || IsNullable(last.Type) || Has("Length") || Has("Prefixed")
            || Has("Until") ? null
            : Has("Rest") ? $"{type.Name}.{last.Name}"
            : Rest(last.Type, seen);
    }
}
