using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>The methods of the struct that are rules.</summary>
    private ImmutableArray<RuleModel> ParseRules(IReadOnlyList<FieldDraft> drafts)
    {
        var rules = ImmutableArray.CreateBuilder<RuleModel>();
        foreach (var (method, rule, annotations) in RuleMethods.Of(_type, Report))
        {
            if (ParseRule(method, rule, annotations, drafts) is { } parsed)
            {
                rules.Add(parsed);
            }
        }

        return rules.ToImmutable();
    }

    private RuleModel? ParseRule(
        IMethodSymbol method, Annotation rule, IReadOnlyList<Annotation> annotations, IReadOnlyList<FieldDraft> drafts)
    {
        if (!rule.TryGetText(0, out var text) || RuleMethods.IsUnfinished(method, rule))
        {
            _isUnfinished = true;
            return null;
        }

        if (FaultOf(method) is { } fault)
        {
            Report(DiagnosticTable.RuleForm, RuleMethods.Location(method), method.Name, fault, _type.Name);
            return null;
        }

        var condition = ParseCondition(annotations, method.Name);
        var index = 0;
        if (rule.NamedText("Field") is { } field)
        {
            index = FindField(drafts, field) ?? -1;
            if (index < 0)
            {
                // A field that is itself wrong is not among the drafts.
                if (!_type.GetMembers(field).Any(member => member is IPropertySymbol { IsPartialDefinition: true }))
                {
                    Report(
                        DiagnosticTable.UnknownMember, rule.NamedLocation("Field"), "Rule", method.Name, field,
                        _type.Name, "field");
                }

                return null;
            }
        }

        if (drafts.Count == 0)
        {
            return null;
        }

        var other = method.Parameters.Length == 2 ? method.Parameters[1].Type : null;
        return new RuleModel(
            method.Name, CodeNames.Escape(method.Name), text, index, drafts[index].Field.Property.Name,
            rule.NamedText("Spec"), annotations.Any(annotation => annotation.Name == "Strict"),
            other is null ? null : CodeNames.Full(other), other?.Name, condition);
    }

    /// <summary>What is wrong with a rule's declaration.</summary>
    private string? FaultOf(IMethodSymbol method) => RuleMethods.FaultOf(method) ?? method switch
    {
        { Parameters.Length: not (1 or 2) } => $"has {Text(method.Parameters.Length)} parameters",
        _ when method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.In) is { } copied =>
            $"does not take '{copied.Name}' as 'in'",
        _ when !SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, _type) =>
            $"does not take '{_type.Name}' first",
        { Parameters.Length: 2 } when Annotation.Find(method.Parameters[1].Type, "BinaryLayout") is null =>
            $"takes '{method.Parameters[1].Type.Name}', which is no [BinaryLayout] struct",
        _ => null,
    };
}
