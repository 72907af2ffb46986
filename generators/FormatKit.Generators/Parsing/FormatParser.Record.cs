using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>What records take from layouts: the values of fixed width.</summary>
internal sealed partial class FormatParser
{
    /// <summary>A parser of the values in a record.</summary>
    public static FormatParser ForRecord(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, Annotation record, CancellationToken cancellation) =>
        new(type, declaration, record, cancellation)
        {
            _extensions = new ExtensionsModel(string.Empty, string.Empty, "public", AreMethods: false),
        };

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    public bool HasUnfinished => _isUnfinished;

    public void TakeOrder(Annotation record) => _order = ParseOrder(record, 0, _type.Name) ?? _order;

    /// <summary>How the characters of a text whose length varies are stored.</summary>
    public string? EncodingOf(FieldContext field, Annotation encoded) => ParseMember(encoded, 0, field.Name);

    public string OrderOf(FieldContext field) => ParseEndian(field);

    /// <summary>A value with its rules.</summary>
    public FieldModel? ParseRecordValue(FieldContext context)
    {
        if (!RefuseContradictions(context) || ParseShape(context) is not { } parsed
            || !RefuseForeignDirectives(context, parsed.Shape))
        {
            return null;
        }

        var field = RecordValue(context, parsed.Shape, parsed.Width);
        field = ParseMeasure(context, field);
        field = ParseMagic(context, field);
        field = ParseConstant(context, field);
        field = ParseValues(context, field);
        Suggest(context, field);
        SuggestExternals(context);
        return field;
    }

    /// <summary>An element of an array; the attributes are the array's.</summary>
    public FieldModel? ParseRecordElement(FieldContext context)
    {
        if (ParseShape(context) is not { } parsed)
        {
            return null;
        }

        SuggestExternals(context);
        return RecordValue(context, parsed.Shape, parsed.Width);
    }

    private static FieldModel RecordValue(FieldContext context, FieldShape shape, int width) =>
        new(
            new PropertyModel(
                context.Name, CodeNames.Escape(context.Name), CodeNames.Full(context.Type),
                "public ", string.Empty, "get", "set"),
            shape,
            width,
            DocParser.Parse(context.Symbol, context.Syntax));

    /// <summary>An unsigned integer without a property.</summary>
    public static FieldModel? UnsignedInteger(int width, string order) => width switch
    {
        1 => Unsigned("byte", 1, order),
        2 => Unsigned("ushort", 2, order),
        3 => Unsigned("uint", 3, order, isNarrow: true),
        4 => Unsigned("uint", 4, order),
        5 or 6 or 7 => Unsigned("ulong", width, order, isNarrow: true),
        8 => Unsigned("ulong", 8, order),
        _ => null,
    };

    private static FieldModel Unsigned(string raw, int width, string order, bool isNarrow = false) =>
        new(
            new PropertyModel(string.Empty, string.Empty, raw, string.Empty, string.Empty, "get", "set"),
            new IntegerShape(order, raw, IsSigned: false) { Bytes = isNarrow ? width : 0 },
            width,
            DocModel.None);

    /// <summary>The greatest value of so many bytes.</summary>
    public static ulong MaximumOf(int width) => UnsignedMaximum(width);

    /// <summary>The tag of variants as a field; null for a type that can be none.</summary>
    public static FieldModel? TagOf(ITypeSymbol type)
    {
        const string Order = "BigEndian";
        var name = CodeNames.Full(type);
        if (IsNamed(type, "FourCC"))
        {
            return Tag(name, new FourCCShape(), 4);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return Integer(((INamedTypeSymbol)type).EnumUnderlyingType) is var (enumRaw, enumWidth, _)
                ? Tag(
                    name,
                    new EnumShape(Order, enumRaw, Names(type, enumWidth), IsFlags: false, RejectsUnknown: false),
                    enumWidth)
                : null;
        }

        return Integer(type) is var (raw, width, isSigned) && width <= 8
            ? Tag(name, new IntegerShape(Order, raw, isSigned), width)
            : null;
    }

    private static bool IsNamed(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol named && IsNamed(named, Annotation.Namespace, name);

    private static EquatableArray<EnumName> Names(ITypeSymbol type, int width) =>
        type.GetMembers().OfType<IFieldSymbol>()
            .Where(member => member.ConstantValue is not null)
            .Select(member => new EnumName(Bits(member.ConstantValue!, width), member.Name))
            .ToImmutableArray();

    private static FieldModel Tag(string type, FieldShape shape, int width) =>
        new(
            new PropertyModel("Tag", "Tag", type, string.Empty, string.Empty, "get", "set"),
            shape,
            width,
            DocModel.None);
}
