using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    private static readonly string[] Conditions = ["When", "WhenFlag", "Since"];

    /// <summary>When a field is there; its type says that it may not be.</summary>
    private bool ParseCondition(FieldContext context, ref RecordFieldModel field)
    {
        var conditions = context.Annotations.Where(directive => Conditions.Contains(directive.Name)).ToList();
        var isNullable = IsNullable(context.Symbol.Type);
        if (conditions.Count > 1)
        {
            Report(
                DiagnosticTable.DirectivesContradict, conditions[1].Location(),
                context.Name, conditions[0].Name, conditions[1].Name);
            return false;
        }

        if (conditions.Count == 0)
        {
            if (isNullable)
            {
                var type = context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                Report(DiagnosticTable.NullableAlways, context.TypeLocation(), context.Name, type);
            }

            return !isNullable;
        }

        var condition = conditions[0];
        if (!isNullable)
        {
            var type = context.Symbol.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Report(
                DiagnosticTable.ConditionNotNullable, context.TypeLocation(), context.Name, type, condition.Name);
            return false;
        }

        if (!condition.TryGetText(0, out var name))
        {
            _isUnfinished = true;
            return false;
        }

        if (Earlier(context, condition, name) is not { } index)
        {
            return false;
        }

        field = field with { Condition = ParseTest(condition, context.Name, index) };
        return field.Condition is not null;
    }

    /// <summary>What a field must be like.</summary>
    private RecordConditionModel? ParseTest(Annotation condition, string owner, int index)
    {
        var member = _fields[index];
        if (Bits(member, "x") is null || member.Value!.Width > 8)
        {
            Report(
                DiagnosticTable.MemberType, condition.ArgumentLocation(0),
                condition.Name, owner, member.Name, "an integer, an enum or a bool");
            return null;
        }

        var kind = condition.Name switch
        {
            "Since" => "AtLeast",
            "WhenFlag" => "HasBits",
            _ => condition.Count > 1 ? "Equal" : "NotZero",
        };
        var value = 0UL;
        if (condition.Count > 1)
        {
            if (ParseBits(condition, 1, owner, member.Value!) is not { } given)
            {
                return null;
            }

            value = given;
        }

        return new RecordConditionModel(index, member.Name, kind, value);
    }

    /// <summary>A field that was read before and is always there.</summary>
    private int? Earlier(FieldContext context, Annotation directive, string name)
    {
        var own = _contexts.IndexOf(context);
        var index = _contexts.FindIndex(other => other.Name == name);
        var location = directive.ArgumentLocation(0);
        if (index < 0)
        {
            Report(
                DiagnosticTable.RecordMember, location, directive.Name, context.Name, name, _type.Name);
            return null;
        }

        if (index >= own)
        {
            Report(DiagnosticTable.MemberNotBefore, location, directive.Name, context.Name, name);
            return null;
        }

        if (_fields[index].Kind == "Wrong")
        {
            _isUnfinished = true;
            return null;
        }

        if (_fields[index].Condition is not null)
        {
            Report(DiagnosticTable.MemberNotAlways, location, directive.Name, context.Name, name);
            return null;
        }

        return index;
    }

    /// <summary>The bits of a value, as code; null for what is no integer, enum, bool or FourCC.</summary>
    internal static string? Bits(RecordFieldModel field, string value) => field.Value?.Shape switch
    {
        NumberShape { IsNarrow: true, Raw: var raw, Bytes: var bytes } when field.Kind == "Value" =>
            $"(unchecked((ulong)({raw}){value}) & {FormatParser.MaximumOf(bytes)})",
        NumberShape and not (TimestampShape or FloatShape or WideShape) and { Raw: var raw }
            when field.Kind == "Value" =>
            field.Value.Property.Type == "bool" ? $"({value} ? 1UL : 0UL)" : $"unchecked((ulong)({raw}){value})",
        FourCCShape when field.Kind == "Value" => $"{value}.Value",
        _ when field is { Kind: "Value", Value.Property.Type: "bool" } => $"({value} ? 1UL : 0UL)",
        _ => null,
    };

    /// <summary>An argument of any type as the bits of a field.</summary>
    private ulong? ParseBits(Annotation directive, int index, string name, FieldModel field)
    {
        if (directive.Constant(index) is not { } constant)
        {
            _isUnfinished = true;
            return null;
        }

        if (TagBits.Of(constant, field) is { } bits)
        {
            return bits;
        }

        Report(
            DiagnosticTable.RecordValue, directive.ArgumentLocation(index),
            constant.Value?.ToString() ?? "null", directive.Name, name, TagBits.Accepted(field));
        return null;
    }
}
