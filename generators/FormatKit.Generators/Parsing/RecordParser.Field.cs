using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    private static readonly string[] LayoutDirectives =
        ["Offset", "Position", "NullValue", "Bits", "Overlay", "PerCopy", "Strict"];

    private RecordFieldModel? ParseField(FieldContext context)
    {
        var type = context.Type;
        if (type.TypeKind == TypeKind.Error || (type is IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Error }))
        {
            _isUnfinished = true;
            return null;
        }

        var foreign = context.Annotations.FirstOrDefault(directive => LayoutDirectives.Contains(directive.Name));
        if (foreign is not null)
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, foreign.Location(), foreign.Name, context.Name,
                "fields of a [BinaryLayout]");
            return null;
        }

        if (ParseKind(context) is not { } field || !ParseCondition(context, ref field))
        {
            return null;
        }

        return field with
        {
            Align = ParseFieldAlign(context),
            Spec = context.Find("Spec") is { } spec && spec.TryGetText(0, out var clause) ? clause : null,
            IsNullableStruct = context.Symbol.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            CanSet = context.Symbol.SetMethod is { IsInitOnly: false },
        };
    }

    private RecordFieldModel? ParseKind(FieldContext context) => context.Type switch
    {
        _ when context.Find("Tag") is { } tag => ParseTag(context, tag),
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } =>
            ParseBytes(context, isMemory: false),
        INamedTypeSymbol { Name: "ReadOnlyMemory", Arity: 1 } memory
            when memory.TypeArguments[0].SpecialType == SpecialType.System_Byte => ParseBytes(context, isMemory: true),
        { SpecialType: SpecialType.System_String } when context.Find("Text") is null => ParseText(context),
        IArrayTypeSymbol { Rank: 1 } array when IsRecord(array.ElementType) =>
            ParseExtent(context, Model(context, "Records") with { Element = CodeNames.Full(array.ElementType) }),
        IArrayTypeSymbol { Rank: 1 } array => ParseArray(context, array.ElementType),
        _ when IsRecord(context.Type) =>
            ParseExtent(context, Model(context, "Record") with { Element = CodeNames.Full(context.Type) }),
        _ when IsVariants(context.Type) =>
            ParseExtent(context, Model(context, "Variant") with { Element = CodeNames.Full(context.Type) }),
        _ => ParseValue(context),
    };

    private static RecordFieldModel Model(FieldContext context, string kind) => new(
        context.Name,
        CodeNames.Escape(context.Name),
        CodeNames.Full(context.Type),
        kind,
        DocParser.Parse(context.Symbol, context.Syntax));

    private RecordFieldModel? ParseValue(FieldContext context)
    {
        if (!IsValueType(context.Type))
        {
            RefuseType(context, context.Type);
            return null;
        }

        return _values.ParseRecordValue(context) is { } value
            ? Model(context, "Value") with { Value = value, Width = value.Width }
            : null;
    }

    private RecordFieldModel? ParseArray(FieldContext context, ITypeSymbol element)
    {
        if (IsVariants(element))
        {
            var tag = Annotation.Find(element, "BinaryVariants")!.TypeArgument;
            Report(
                DiagnosticTable.VariantsArray, context.TypeLocation(), context.Name, element.Name,
                tag?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "byte");
            return null;
        }

        if (!IsValueType(element) || element.SpecialType == SpecialType.System_String)
        {
            RefuseType(context, context.Type);
            return null;
        }

        var item = new FieldContext(context.Symbol, context.Syntax, element);
        if (_values.ParseRecordElement(item) is not { } value)
        {
            return null;
        }

        // Elements are not judged, and these would not be written as they were read.
        if (value.HasRawBytes)
        {
            RefuseType(context, context.Type);
            return null;
        }

        return ParseExtent(
            context, Model(context, "Values") with { Value = value, Element = CodeNames.Full(element) });
    }

    /// <summary>Whether a type has a fixed width; what its attributes say, the parser of layouts knows.</summary>
    private static bool IsValueType(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double } =>
            type.SpecialType is not (SpecialType.System_Char or SpecialType.System_Decimal),
        { SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol { Arity: 0, ContainingNamespace.Name: "System" } =>
            type.Name is "Guid" or "DateTimeOffset" or "Int128" or "UInt128" or "Half",
        INamedTypeSymbol { Name: "FourCC", ContainingNamespace.Name: Annotation.Namespace } => true,
        _ => IsLayout(type),
    };

    private void RefuseType(FieldContext context, ITypeSymbol type) => Report(
        DiagnosticTable.RecordType, context.TypeLocation(),
        context.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));

    private RecordFieldModel? ParseBytes(FieldContext context, bool isMemory)
    {
        var field = Model(context, "Bytes") with { IsMemory = isMemory };
        return ParseExtent(context, field);
    }

    private RecordFieldModel? ParseText(FieldContext context)
    {
        if (context.Find("Encoded") is not { } encoded)
        {
            Report(
                DiagnosticTable.DirectiveMissing, context.NameLocation(), context.Name, "string",
                "[Text(length, TextEncoding.…)], or [Encoded(TextEncoding.…)] where its length varies");
            return null;
        }

        return _values.EncodingOf(context, encoded) is { } encoding
            ? ParseExtent(context, Model(context, "Text") with { Encoding = encoding })
            : null;
    }

    private RecordFieldModel? ParseTag(FieldContext context, Annotation tag)
    {
        var variants = Bases().FirstOrDefault(IsVariants);
        var isOther = variants is not null && Annotation.Find(variants, "OtherVariant")?.TypeOf(0) is { } other
            && SymbolEqualityComparer.Default.Equals(other, _type);
        if (!isOther)
        {
            Report(DiagnosticTable.TagMisplaced, tag.Location(), context.Name, _type.Name);
            return null;
        }

        return Model(context, "Tag");
    }

    private int ParseFieldAlign(FieldContext context)
    {
        if (context.Find("Align") is not { } directive)
        {
            return 1;
        }

        if (!directive.TryGetInt32(0, out var align))
        {
            _isUnfinished = true;
            return 1;
        }

        if (align is < 1 or > 4096 || (align & (align - 1)) != 0)
        {
            Report(
                DiagnosticTable.RecordLimit, directive.ArgumentLocation(0),
                "Align", context.Name, Text(align), "a power of two up to 4096");
        }

        return align;
    }
}
