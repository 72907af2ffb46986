using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Emission;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>Gives each region its overlays. They have no bytes of their own, and so are no fields.</summary>
    private void ParseOverlays(
        IReadOnlyList<(FieldContext Context, PropertyModel Property)> parts, List<FieldDraft> drafts)
    {
        foreach (var (context, property) in parts)
        {
            // What is bits as well has its diagnostic as bits.
            if (context.Find("Overlay") is not { } overlay || context.Find("Bits") is not null
                || !RefuseDirectivesOfParts(context, "Overlay"))
            {
                continue;
            }

            if (!overlay.TryGetText(0, out var region) || !overlay.TryGetText(1, out var tag)
                || overlay.Argument(2) is not { } value)
            {
                _isUnfinished = true;
            }
            else if (ParseOverlayType(context) is var (type, size)
                && ParseRegion(context, overlay, drafts, region, size) is { } index
                && ParseTag(context, overlay, drafts[index].Field, tag) is { } decider
                && ParseTagValue(context, overlay, drafts[index].Field, decider, value) is { } condition)
            {
                var field = drafts[index].Field;
                var spec = context.Find("Spec") is { } clause && clause.TryGetText(0, out var text) ? text : null;
                var doc = DocParser.Parse(context.Symbol, context.Syntax);
                var model = new OverlayModel(property, type, size, condition, spec, doc);
                drafts[index] = drafts[index] with
                {
                    Field = field with { Overlays = field.Overlays.Append(model).ToImmutableArray() },
                };
            }
        }
    }

    private (string Type, int Size)? ParseOverlayType(FieldContext context)
    {
        if (context.Type is not INamedTypeSymbol type || Annotation.Find(type, "BinaryLayout") is not { } layout)
        {
            var name = context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Report(DiagnosticTable.NotALayout, context.TypeLocation(), context.Name, name);
            return null;
        }

        return ParseNestedSize(context, type, layout) is { } size ? (CodeNames.Full(type), size) : null;
    }

    /// <summary>The field that holds the overlay's bytes.</summary>
    private int? ParseRegion(
        FieldContext context, Annotation overlay, List<FieldDraft> drafts, string name, int size)
    {
        var index = FindField(drafts, name);
        if (index is null && IsDeclaredField(name))
        {
            RefuseNothingButUnfinished();
            return null;
        }

        var field = index is { } found ? drafts[found].Field : null;
        var fault = field switch
        {
            null => $"which is no field of '{_type.Name}'",
            { Shape: not BytesShape } => "which has no [Bytes]",
            { Magic: not null } => "which a [Magic] fills",
            { Role: "Checksum" } => "which a [Checksum] fills",
            _ when field.Width < size =>
                $"which has {Count(field.Width, "byte")} where '{context.Type.Name}' has {Text(size)}",
            _ => null,
        };
        if (fault is null)
        {
            return index;
        }

        Report(DiagnosticTable.OverlayOfNoRegion, overlay.ArgumentLocation(0), context.Name, name, fault);
        return null;
    }

    /// <summary>The field or bits that tell whether it is this overlay.</summary>
    private Decider? ParseTag(FieldContext context, Annotation overlay, FieldModel region, string name)
    {
        var property = _type.GetMembers(name).OfType<IPropertySymbol>()
            .FirstOrDefault(candidate => candidate is { IsStatic: false, IsIndexer: false });
        if (property?.Type.TypeKind == TypeKind.Error)
        {
            _isUnfinished = true;
            return null;
        }

        var bits = property is null ? null : BitsOf(property);
        var fault = property switch
        {
            null => $"which is no field of '{_type.Name}'",
            _ when bits is null =>
                $"which is of type '{property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'",
            { IsPartialDefinition: false } => "which is computed",
            _ when Annotation.Find(property, "Checksum") is not null => "which a [Checksum] fills",
            _ when region.Overlays.FirstOrDefault(other => other.Condition.Member != name) is { } other =>
                $"since '{other.Condition.Member}' tells '{other.Property.Name}' in '{region.Property.Name}'",
            _ => null,
        };
        if (fault is not null)
        {
            Report(DiagnosticTable.OverlayTag, overlay.ArgumentLocation(1), context.Name, name, fault);
            return null;
        }

        return new Decider(
            property!, bits!.Value, IsBool: false, property!.Type.TypeKind == TypeKind.Enum, IsSigned(property.Type));
    }

    private ConditionModel? ParseTagValue(
        FieldContext context, Annotation overlay, FieldModel region, Decider tag, TypedConstant value)
    {
        var name = tag.Property.Name;
        var written = value.IsNull ? "null" : value.ToCSharpString();
        var bits = tag.BitsOf(value);
        var taken = region.Overlays.FirstOrDefault(other => other.Condition.Value == bits);
        var fault = bits is null ? $"which does not have it; it may be {tag.Accepted()}"
            : taken is not null ? $"which tells '{taken.Property.Name}' in '{region.Property.Name}'"
            : null;
        if (fault is not null)
        {
            Report(DiagnosticTable.OverlayValue, overlay.ArgumentLocation(2), context.Name, written, name, fault);
            return null;
        }

        var (property, type) = (CodeNames.Escape(name), CodeNames.Full(tag.Property.Type));
        return new ConditionModel(
            name, "Equal", bits!.Value, Decider.NameOf(value), string.Empty,
            $"{property} == unchecked(({type}){Literals.Hex(bits.Value, 8)})");
    }
}
