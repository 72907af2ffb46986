using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldDraft? ParseField(FieldContext context, PropertyModel property)
    {
        if (!RefuseContradictions(context) || ParseShape(context) is not { } parsed
            || !RefuseForeignDirectives(context, parsed.Shape))
        {
            return null;
        }

        var doc = DocParser.Parse(context.Symbol, context.Syntax);
        var field = new FieldModel(property, parsed.Shape, parsed.Width, doc);
        field = ParseReservedRole(field);
        field = ParsePosition(context, field);
        field = ParseMeasure(context, field);
        field = ParseNullValue(context, field);
        field = ParseMagic(context, field);
        field = ParseConstant(context, field);
        field = ParseChecksum(context, field);
        field = ParsePerCopy(context, field);
        field = ParseValues(context, field);
        field = ParseSpec(context, field);
        field = ParseStrict(context, field);
        if (ParseCondition(context.Annotations, context.Name) is { } condition)
        {
            field = field with { Condition = condition };
        }

        Suggest(context, field);
        return ParseAlign(context, ParseOffset(context, field));
    }

    private (FieldShape Shape, int Width)? ParseShape(FieldContext field) => field.Type switch
    {
        { TypeKind: TypeKind.Enum } => ParseEnum(field),
        { SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.Annotated } =>
            ParseText(field),
        _ when Integer(field.Type) is { } integer => ParseInteger(field, integer),
        { SpecialType: SpecialType.System_Boolean } => (new BoolShape(), 1),
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => ParseFloat(field),
        INamedTypeSymbol type when IsNamed(type, "System", "UInt128") || IsNamed(type, "System", "Int128") =>
            ParseWide(field),
        INamedTypeSymbol { Name: "ReadOnlySpan" } type when IsSpan(type) => ParseSpan(field, type.TypeArguments[0]),
        INamedTypeSymbol { Name: "ReadOnlyEndianSpan" } type when IsSpan(type) =>
            ParseIntegers(field, type.TypeArguments[0]),
        INamedTypeSymbol type when IsNamed(type, "System", "Guid") => ParseUniqueId(field),
        INamedTypeSymbol type when IsNamed(type, "System", "DateTimeOffset") => ParseTimestamp(field),
        INamedTypeSymbol type when IsNamed(type, Annotation.Namespace, "FourCC") => (new FourCCShape(), 4),
        INamedTypeSymbol type when Annotation.Find(type, "BinaryLayout") is { } layout =>
            ParseNested(field, type, layout),
        _ => RefuseType(field),
    };

    private (FieldShape Shape, int Width)? ParseSpan(FieldContext field, ITypeSymbol element) => element switch
    {
        { TypeKind: TypeKind.Error } => Unfinished(),
        { SpecialType: SpecialType.System_Byte } when field.Find("Reserved") is { } reserved =>
            ParseReserved(field, reserved),
        { SpecialType: SpecialType.System_Byte } => ParseBytes(field),
        _ => ParseFixedCount(field, element),
    };

    private (FieldShape Shape, int Width)? Unfinished()
    {
        _isUnfinished = true;
        return null;
    }

    private (FieldShape Shape, int Width)? RefuseType(FieldContext field)
    {
        var type = field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        Report(DiagnosticTable.UnsupportedType, field.TypeLocation(), field.Name, type);
        return null;
    }

    /// <summary>The directive that a type cannot do without.</summary>
    private Annotation? Demand(FieldContext field, string directive, string example)
    {
        var found = field.Find(directive);
        if (found is null)
        {
            var type = field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Report(DiagnosticTable.DirectiveMissing, field.NameLocation(), field.Name, type, example);
        }

        return found;
    }

    private static bool IsNamed(INamedTypeSymbol type, string space, string name) =>
        type.Name == name && type.Arity == 0 && type.ContainingType is null && type.ContainingNamespace.Name == space
        && type.ContainingNamespace.ContainingNamespace.IsGlobalNamespace;
}
