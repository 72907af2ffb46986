using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    /// <summary>What fields say of each other, once each is known.</summary>
    private void ParseReferences()
    {
        for (var index = 0; index < _fields.Count; index++)
        {
            var context = _contexts[index];
            ParseExtentField(index, context);
            ParseTaggedBy(index, context);
            ParseUntil(index, context);
            ParseChecksum(index, context);
            RefuseRest(index, context);
            RefuseSelf(index, context);
            RefuseOpen(index, context, RefuseNoProgress(index, context));
        }

        for (var index = 0; index < _fields.Count; index++)
        {
            if (_fields[index].Condition is { } condition && _fields[condition.Member].IsComputed)
            {
                var directive = _contexts[index].Annotations.First(found => Conditions.Contains(found.Name));
                Report(
                    DiagnosticTable.ConditionOnComputed, directive.ArgumentLocation(0),
                    directive.Name, _fields[index].Name, condition.Name);
            }
        }

        _ = ChecksumOrder();
    }

    /// <summary>The earlier field that says how much there is.</summary>
    private void ParseExtentField(int index, FieldContext context)
    {
        if (_fields[index].Extent is not { Kind: "Field" } extent)
        {
            return;
        }

        var directive = context.Find(extent.InBytes ? "Length" : "Count")!;
        if (!directive.TryGetText(0, out var name))
        {
            _isUnfinished = true;
            return;
        }

        if (Earlier(context, directive, name) is not { } member)
        {
            return;
        }

        if (_fields[member] is not
            { Kind: "Value", Value: { Shape: IntegerShape { IsSigned: false }, Magic: null, Constant: null } }
            || _fields[member].Value!.Width > 8 || HasChecksum(member))
        {
            Report(
                DiagnosticTable.MemberType, directive.ArgumentLocation(0),
                directive.Name, context.Name, name, "an unsigned integer without a fixed value or a checksum");
            return;
        }

        if (!IsPlusAccepted(directive, context.Name, extent.Plus, _fields[member].Width)
            || !Take(member, index, directive, context))
        {
            return;
        }

        _fields[member] = _fields[member] with { TargetRole = extent.InBytes ? "LengthOf" : "CountOf" };
        _fields[index] = _fields[index] with { Extent = extent with { Field = member, FieldName = name } };
    }

    private bool HasChecksum(int member) => _contexts[member].Find("Checksum") is not null;

    private bool Take(int member, int index, Annotation directive, FieldContext context)
    {
        if (_fields[member].Target >= 0)
        {
            Report(
                DiagnosticTable.MemberTaken, directive.ArgumentLocation(0),
                directive.Name, context.Name, _fields[member].Name, _fields[_fields[member].Target].Name);
            return false;
        }

        _fields[member] = _fields[member] with { Target = index };
        return true;
    }

    private void ParseTaggedBy(int index, FieldContext context)
    {
        if (_fields[index].Kind != "Variant")
        {
            return;
        }

        if (context.Find("TaggedBy") is not { } directive)
        {
            Report(
                DiagnosticTable.DirectiveMissing, context.NameLocation(), context.Name,
                context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                "[TaggedBy(nameof(…))] with the field that holds its tag");
            return;
        }

        if (!directive.TryGetText(0, out var name))
        {
            _isUnfinished = true;
            return;
        }

        if (Earlier(context, directive, name) is not { } member)
        {
            return;
        }

        var tag = Annotation.Find(context.Type, "BinaryVariants")!.TypeArgument;
        if (tag is null || tag.TypeKind == TypeKind.Error)
        {
            _isUnfinished = true;
        }
        else if (_fields[member].Kind != "Value"
            || !SymbolEqualityComparer.Default.Equals(_contexts[member].Type, tag)
            || _fields[member].Value is { Magic: not null } or { Constant: not null } || HasChecksum(member))
        {
            Report(
                DiagnosticTable.MemberType, directive.ArgumentLocation(0),
                directive.Name, context.Name, name,
                $"of type {tag.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, as the variants' tag");
        }
        else if (Take(member, index, directive, context))
        {
            _fields[member] = _fields[member] with { TargetRole = "TagOf" };
            _fields[index] = _fields[index] with { TaggedBy = member };
        }
    }

    private void ParseUntil(int index, FieldContext context)
    {
        if (context.Find("Until") is not { } directive || context.Type is not IArrayTypeSymbol array)
        {
            return;
        }

        if (!directive.TryGetText(0, out var name) || ParseLimits(directive, context.Name, DefaultCount) is not
            var (max, _))
        {
            _isUnfinished = true;
            return;
        }

        var element = array.ElementType;
        var property = element.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();
        var syntax = property is null ? null : Syntax(property);
        if (property is null
            || syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax declaration
            || IsNullable(property.Type) || !IsValueType(property.Type))
        {
            Report(
                DiagnosticTable.RecordMember, directive.ArgumentLocation(0),
                directive.Name, context.Name, name, element.Name);
            return;
        }

        var values = FormatParser.ForRecord(_type, _declaration, _record, _cancellation);
        var field = values.ParseRecordElement(new FieldContext(property, declaration));
        var model = field is null ? null
            : new RecordFieldModel(name, CodeNames.Escape(name), string.Empty, "Value", DocModel.None)
            {
                Value = field,
            };
        if (model is null || Bits(model, $"element.{model.Identifier}") is not { } bits)
        {
            Report(
                DiagnosticTable.MemberType, directive.ArgumentLocation(0),
                directive.Name, context.Name, name, "an integer, an enum or a FourCC");
            return;
        }

        if (ParseBits(directive, 1, context.Name, field!) is { } value)
        {
            var extent = _fields[index].Extent;
            _fields[index] = _fields[index] with
            {
                Extent = (extent.Kind == "Own" ? extent with { Kind = "Until", Max = max } : extent) with
                {
                    Until = new RecordUntilModel(name, bits, Written(element, name) ?? bits, value, max),
                },
            };
        }
    }

    private void RefuseRest(int index, FieldContext context)
    {
        if (_fields[index].Extent.Kind == "Rest" && index < _fields.Count - 1)
        {
            Report(
                DiagnosticTable.RestNotLast, context.Find("Rest")!.Location(), context.Name, _fields[index + 1].Name);
        }
    }
}
