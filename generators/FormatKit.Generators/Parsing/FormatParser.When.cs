using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Emission;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private static readonly string[] Conditions = ["When", "WhenFlag", "Since"];

    /// <summary>When a field or rule counts: <c>[When]</c>, <c>[WhenFlag]</c> or <c>[Since]</c>.</summary>
    private ConditionModel? ParseCondition(IReadOnlyList<Annotation> annotations, string name)
    {
        var found = annotations.Where(annotation => Conditions.Contains(annotation.Name)).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var directive = found[0];
        if (found.Count > 1)
        {
            Report(DiagnosticTable.DirectivesContradict, found[1].Location(), name, directive.Name, found[1].Name);
            return null;
        }

        if (!directive.TryGetText(0, out var member))
        {
            _isUnfinished = true;
            return null;
        }

        var property = _type.GetMembers(member).OfType<IPropertySymbol>()
            .FirstOrDefault(candidate => candidate is { IsStatic: false, IsIndexer: false });
        if (property is null)
        {
            Report(
                DiagnosticTable.UnknownMember, directive.ArgumentLocation(0), directive.Name, name, member,
                _type.Name, "property");
            return null;
        }

        if (property.Type.TypeKind == TypeKind.Error)
        {
            _isUnfinished = true;
            return null;
        }

        return ParseDecider(directive, name, property) is { } decider
            ? ParseTest(directive, name, decider)
            : null;
    }

    /// <summary>Where a field's condition names what decides.</summary>
    private LocationInfo ConditionPlace(string field) =>
        _type.GetMembers(field).First().GetAttributes().Where(Annotation.IsOurs).Select(data => new Annotation(data))
            .First(annotation => Conditions.Contains(annotation.Name)).ArgumentLocation(0);

    /// <summary>The member that decides, where it is one that its directive can ask.</summary>
    private Decider? ParseDecider(Annotation directive, string name, IPropertySymbol property)
    {
        var isBool = property.Type.SpecialType == SpecialType.System_Boolean;
        var isEnum = property.Type.TypeKind == TypeKind.Enum;
        var isSigned = IsSigned(property.Type);
        var (isAsked, asks) = directive.Name switch
        {
            "When" => (true, "integer, enum and bool fields, bits, and bool properties that can be read"),
            "WhenFlag" => (!isBool && (isEnum || !isSigned), "unsigned integer and enum fields"),
            _ => (!isBool && !isEnum && !isSigned, "unsigned integer fields"),
        };
        var width = BitsOf(property);
        var isStored = isBool ? property.GetMethod is not null : width is not null && property.IsPartialDefinition;
        var fault = property.Name == name ? "the field itself"
            : !isStored && width is not null ? "no field"
            : !isStored || !isAsked
                ? $"of type '{property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'"
            : null;
        if (fault is not null)
        {
            Report(
                DiagnosticTable.CannotDecide, directive.ArgumentLocation(0),
                directive.Name, name, property.Name, fault, asks);
            return null;
        }

        return new Decider(property, width ?? 1, isBool, isEnum, isSigned);
    }

    private ConditionModel? ParseTest(Annotation directive, string name, Decider decider)
    {
        var (member, property) = (decider.Property.Name, CodeNames.Escape(decider.Property.Name));
        if (directive.IsComplete(1))
        {
            return decider.IsBool
                ? new ConditionModel(member, "NotZero", 0, null, string.Empty, property)
                : new ConditionModel(member, "NotZero", 0, null, string.Empty, property + " != default");
        }

        if (directive.Argument(1) is not { } argument)
        {
            _isUnfinished = true;
            return null;
        }

        if (decider.BitsOf(argument) is not { } bits || (directive.Name == "WhenFlag" && bits == 0))
        {
            Report(
                DiagnosticTable.ConditionValue, directive.ArgumentLocation(1), directive.Name, name, member,
                argument.Value is null ? "null" : argument.ToCSharpString(), decider.Accepted());
            return null;
        }

        var words = Decider.NameOf(argument);
        if (decider.IsBool)
        {
            return new ConditionModel(
                member, "Equal", bits, bits == 0 ? "false" : "true", bits == 0 ? "!" : string.Empty, property);
        }

        var value = $"unchecked(({CodeNames.Full(decider.Property.Type)}){Literals.Hex(bits, 8)})";
        return directive.Name switch
        {
            "When" => new ConditionModel(member, "Equal", bits, words, string.Empty, $"{property} == {value}"),
            "Since" => new ConditionModel(member, "AtLeast", bits, words, string.Empty, $"{property} >= {value}"),
            _ => new ConditionModel(
                member, "HasBits", bits, words, "(", $"{property} & {value}) == {value}"),
        };
    }

    /// <summary>How many bits an integer or enum property holds; null for others, and for more than 64.</summary>
    private static int? BitsOf(IPropertySymbol property)
    {
        var type = (property.Type as INamedTypeSymbol)?.EnumUnderlyingType ?? property.Type;
        if (Integer(type) is not var (_, width, _))
        {
            return null;
        }

        return Annotation.Find(property, "Bits") is { } bits && bits.TryGetInt32(2, out var count) ? count
            : Annotation.Find(property, "Width") is { } stored && stored.TryGetInt32(0, out var bytes) ? 8 * bytes
            : 8 * width;
    }
}
