using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Locking;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>Turns the declaration of one record into its model, and says what is wrong with it.</summary>
internal sealed partial class RecordParser
{
    public const string AttributeName = "FormatKit.BinaryRecordAttribute";

    private readonly INamedTypeSymbol _type;
    private readonly TypeDeclarationSyntax _declaration;
    private readonly Annotation _record;
    private readonly CancellationToken _cancellation;
    private readonly FormatParser _values;
    private readonly ImmutableArray<DiagnosticInfo>.Builder _diagnostics =
        ImmutableArray.CreateBuilder<DiagnosticInfo>();

    // Something does not compile, and the compiler says so itself.
    private bool _isUnfinished;

    private RecordParser(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, Annotation record, CancellationToken cancellation)
    {
        (_type, _declaration, _record, _cancellation) = (type, declaration, record, cancellation);
        _values = FormatParser.ForRecord(type, declaration, record, cancellation);
    }

    private static readonly ParsedAhead<ParsedRecord> Ahead = new("BinaryRecord", Parse);

    public static ParsedRecord? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Ahead.Of(context, cancellation);

    private static ParsedRecord? Parse(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        Declared(type, declaration, "BinaryRecord") is { } record
            ? new RecordParser(type, declaration, record, cancellation).Parse() with
            {
                Place = DeclarationPlace.Of(declaration),
            }
            : null;

    /// <summary>The attribute, if it is on this part of the type; with two of them the first one counts.</summary>
    internal static Annotation? Declared(INamedTypeSymbol type, TypeDeclarationSyntax declaration, string name)
    {
        var first = type.GetAttributes().FirstOrDefault(data =>
            Annotation.IsOurs(data) && new Annotation(data).Name == name);
        var reference = first?.ApplicationSyntaxReference;
        return first is not null && reference?.SyntaxTree == declaration.SyntaxTree
            && declaration.Span.Contains(reference.Span)
                ? new Annotation(first)
                : null;
    }

    private ParsedRecord Parse()
    {
        if (RecordTypes.Parse(_type, _declaration, "record", Report, _cancellation) is not { } type)
        {
            return new ParsedRecord(null, null, null, _diagnostics.ToImmutable());
        }

        RefuseForm();
        _values.TakeOrder(_record);
        var order = _record.TryGetMember(0, out _, out _, out var member) ? member : null;
        var align = ParseAlign();
        var fields = ParseFields();
        RefuseOpenAligned(align);
        var rules = ParseRules();
        _diagnostics.AddRange(_values.Diagnostics);
        var header = CodeNames.Part(_declaration);
        if (_diagnostics.Count > 0 || _isUnfinished || _values.HasUnfinished || order is null)
        {
            // Beside a layout or below another record a stub would not compile: no codec is the more specific one.
            var stub = IsLayout(_type) || Bases().Any(IsRecord)
                ? null
                : new RecordStubModel(type, header, IsVariants: false);
            return new ParsedRecord(null, null, stub, _diagnostics.ToImmutable());
        }

        WarnOfInherited();
        SuggestCover();
        var doc = DocParser.Parse(_type, _declaration);
        var record = new RecordModel(
            type, header, _type.IsValueType, order, _record.NamedText("Spec"), doc, align, fields,
            ChecksumOrder(), rules, Operations());
        return new ParsedRecord(record, null, null, _values.Suggestions.Concat(_warnings).ToImmutableArray());
    }

    private int ParseAlign()
    {
        if (_record.Named("Align") is not { Value: int align })
        {
            return 1;
        }

        if (align is < 0 or > 4096 || (align & (align - 1)) != 0)
        {
            Report(
                DiagnosticTable.RecordLimit, _record.NamedLocation("Align"),
                "Align", _type.Name, Text(align), "a power of two up to 4096");
        }

        return Math.Max(1, align);
    }

    private void Report(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        _diagnostics.Add(new DiagnosticInfo(descriptor, location, arguments.ToImmutableArray()));

    private static string Text(int number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
