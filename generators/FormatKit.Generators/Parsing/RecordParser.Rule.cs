using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    /// <summary>The methods of the record that are rules.</summary>
    private EquatableArray<RecordRuleModel> ParseRules()
    {
        var rules = ImmutableArray.CreateBuilder<RecordRuleModel>();
        foreach (var (method, rule, annotations) in RuleMethods.Of(_type, Report))
        {
            if (ParseRule(method, rule, annotations) is { } parsed)
            {
                rules.Add(parsed);
            }
        }

        return rules.ToImmutable();
    }

    private RecordRuleModel? ParseRule(IMethodSymbol method, Annotation rule, List<Annotation> annotations)
    {
        if (!rule.TryGetText(0, out var text) || RuleMethods.IsUnfinished(method, rule))
        {
            _isUnfinished = true;
            return null;
        }

        if (FaultOf(method) is { } fault)
        {
            var form = _type.IsValueType ? $"in {_type.Name} record" : $"{_type.Name} record";
            Report(DiagnosticTable.RecordRuleForm, RuleMethods.Location(method), method.Name, fault, form);
            return null;
        }

        if (annotations.FirstOrDefault(annotation => annotation.Name == "Strict") is { } strict)
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, strict.Location(), "Strict", method.Name,
                "rules of a [BinaryLayout]");
            return null;
        }

        var field = rule.NamedText("Field") is { } name
            ? Always(rule, rule.NamedLocation("Field"), method.Name, name)
            : 0;
        var conditions = annotations.Where(annotation => Conditions.Contains(annotation.Name)).ToList();
        if (conditions.Count > 1)
        {
            Report(
                DiagnosticTable.DirectivesContradict, conditions[1].Location(), method.Name, conditions[0].Name,
                conditions[1].Name);
            return null;
        }

        var condition = conditions.Count == 0 ? null : ParseCondition(conditions[0], method.Name);
        return field is null || (conditions.Count > 0 && condition is null) ? null : new RecordRuleModel(
            method.Name, CodeNames.Escape(method.Name), text, field.Value, rule.NamedText("Spec"),
            method.Parameters[0].RefKind == RefKind.In, condition);
    }

    /// <summary>When a rule counts: by any field that is always there.</summary>
    private RecordConditionModel? ParseCondition(Annotation condition, string owner)
    {
        if (!condition.TryGetText(0, out var name))
        {
            _isUnfinished = true;
            return null;
        }

        return Always(condition, condition.ArgumentLocation(0), owner, name) is { } index
            ? ParseTest(condition, owner, index)
            : null;
    }

    /// <summary>A field that is always there, wherever it stands.</summary>
    private int? Always(Annotation directive, LocationInfo location, string owner, string name)
    {
        var index = _fields.FindIndex(field => field.Name == name);
        if (index < 0 || _fields[index].Kind == "Tag")
        {
            Report(DiagnosticTable.RecordMember, location, directive.Name, owner, name, _type.Name);
            return null;
        }

        if (_fields[index].Kind == "Wrong")
        {
            _isUnfinished = true;
            return null;
        }

        if (_fields[index].Condition is not null && directive.Name != "Rule")
        {
            Report(DiagnosticTable.MemberNotAlways, location, directive.Name, owner, name);
            return null;
        }

        return index;
    }

    /// <summary>What is wrong with a rule's declaration.</summary>
    private string? FaultOf(IMethodSymbol method) => RuleMethods.FaultOf(method) ?? method switch
    {
        { Parameters.Length: not 1 } => $"has {Text(method.Parameters.Length)} parameters",
        _ when !SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, _type) =>
            $"does not take '{_type.Name}'",
        _ when method.Parameters[0].RefKind is not (RefKind.In or RefKind.None)
            || (_type.IsValueType && method.Parameters[0].RefKind == RefKind.None) =>
            $"does not take '{method.Parameters[0].Name}' as 'in'",
        _ when _contexts.Count == 0 => "has no field that a violation could name",
        _ => null,
    };
}
