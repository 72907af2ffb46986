using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Locking;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>Turns the declaration of one set of variants into its model, and says what is wrong with it.</summary>
internal sealed class VariantsParser
{
    public const string AttributeName = "FormatKit.BinaryVariantsAttribute`1";

    private readonly INamedTypeSymbol _type;
    private readonly TypeDeclarationSyntax _declaration;
    private readonly Annotation _variants;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<DiagnosticInfo>.Builder _diagnostics =
        ImmutableArray.CreateBuilder<DiagnosticInfo>();

    private bool _isUnfinished;

    private VariantsParser(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, Annotation variants,
        CancellationToken cancellation) =>
        (_type, _declaration, _variants, _cancellation) = (type, declaration, variants, cancellation);

    private static readonly ParsedAhead<ParsedRecord> Ahead = new("BinaryVariants", Parse);

    public static ParsedRecord? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Ahead.Of(context, cancellation);

    private static ParsedRecord? Parse(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        RecordParser.Declared(type, declaration, "BinaryVariants") is { } variants
            ? new VariantsParser(type, declaration, variants, cancellation).Parse() with
            {
                Place = DeclarationPlace.Of(declaration),
            }
            : null;

    private ParsedRecord Parse()
    {
        if (RecordTypes.Parse(_type, _declaration, "variants", Report, _cancellation) is not { } type)
        {
            return new ParsedRecord(null, null, null, _diagnostics.ToImmutable());
        }

        // Besides, the class may be wrongly declared a record, whose file has the plain name.
        type = type with { HintName = type.HintName.Replace(".g.cs", ".Variants.g.cs") };
        RefuseForm();
        var tag = ParseTag();
        var variants = tag is null ? default : ParseVariants(tag);
        var other = tag is null ? null : ParseOther(tag);
        var header = CodeNames.Part(_declaration);
        if (_diagnostics.Count > 0 || _isUnfinished || tag is null)
        {
            var stub = new RecordStubModel(type, header, IsVariants: true);
            return new ParsedRecord(null, null, stub, _diagnostics.ToImmutable());
        }

        var doc = DocParser.Parse(_type, _declaration);
        var model = new VariantsModel(type, header, _variants.NamedText("Spec"), doc, tag, variants, other);
        return new ParsedRecord(null, model, null, ImmutableArray<DiagnosticInfo>.Empty);
    }

    private void RefuseForm()
    {
        var name = LocationInfo.Of(_declaration.Identifier.GetLocation());
        if (!_type.IsAbstract)
        {
            Report(DiagnosticTable.VariantsForm, name, _type.Name, "is not abstract");
        }

        foreach (var storage in _type.GetMembers().OfType<IFieldSymbol>())
        {
            if (storage is { IsStatic: false, IsConst: false })
            {
                var property = storage.AssociatedSymbol;
                Report(
                    DiagnosticTable.VariantsForm,
                    LocationInfo.Of((property ?? storage).Locations.FirstOrDefault() ?? Location.None),
                    _type.Name, $"has the field '{property?.Name ?? storage.Name}'");
            }
        }
    }

    private FieldModel? ParseTag()
    {
        if (_variants.TypeArgument is not { TypeKind: not TypeKind.Error } type)
        {
            _isUnfinished = true;
            return null;
        }

        if (FormatParser.TagOf(type) is { } tag)
        {
            return tag;
        }

        Report(
            DiagnosticTable.VariantsForm, _variants.TypeArgumentLocation(), _type.Name,
            $"has a tag of type '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'");
        return null;
    }

    private EquatableArray<VariantModel> ParseVariants(FieldModel tag)
    {
        var variants = ImmutableArray.CreateBuilder<VariantModel>();
        var types = new HashSet<string>();
        foreach (var directive in Directives("Variant"))
        {
            if (directive.Constant(1) is { IsNull: true })
            {
                RefuseType(directive, 1, null);
                continue;
            }

            if (directive.Constant(0) is not { } constant || directive.TypeOf(1) is not { } type)
            {
                _isUnfinished = true;
                continue;
            }

            if (TagBits.Of(constant, tag) is not { } bits)
            {
                Report(
                    DiagnosticTable.RecordValue, directive.ArgumentLocation(0),
                    constant.Value?.ToString() ?? "null", "Variant", _type.Name, TagBits.Accepted(tag));
                continue;
            }

            if (!RefuseType(directive, 1, type))
            {
                continue;
            }

            if (variants.Any(variant => variant.Tag == bits))
            {
                var word = constant.Value?.ToString() ?? "null";
                Report(DiagnosticTable.VariantTwice, directive.ArgumentLocation(0), _type.Name, $"the tag {word}");
            }
            else if (!types.Add(CodeNames.Full(type)))
            {
                Report(
                    DiagnosticTable.VariantTwice, directive.ArgumentLocation(1), _type.Name,
                    $"the class '{type.Name}'");
            }
            else
            {
                variants.Add(new VariantModel(bits, CodeNames.Full(type)));
            }
        }

        return variants.ToImmutable();
    }

    private OtherVariantModel? ParseOther(FieldModel tag)
    {
        if (Directives("OtherVariant").FirstOrDefault() is not { } directive)
        {
            return null;
        }

        if (directive.Constant(0) is { IsNull: true })
        {
            RefuseType(directive, 0, null);
            return null;
        }

        if (directive.TypeOf(0) is not { } type)
        {
            _isUnfinished = true;
            return null;
        }

        if (!RefuseType(directive, 0, type))
        {
            return null;
        }

        if (Directives("Variant").Any(listed => SymbolEqualityComparer.Default.Equals(listed.TypeOf(1), type)))
        {
            Report(
                DiagnosticTable.VariantTwice, directive.ArgumentLocation(0), _type.Name, $"the class '{type.Name}'");
            return null;
        }

        var keeper = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property =>
            Annotation.Find(property, "Tag") is not null && CodeNames.Full(property.Type) == tag.Property.Type);
        if (keeper is not null)
        {
            return new OtherVariantModel(CodeNames.Full(type), CodeNames.Escape(keeper.Name));
        }

        var tagType = _variants.TypeArgument!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        Report(DiagnosticTable.OtherWithoutTag, directive.ArgumentLocation(0), _type.Name, type.Name, tagType);
        return null;
    }

    private bool RefuseType(Annotation directive, int index, INamedTypeSymbol? type)
    {
        var derives = false;
        for (var above = type?.BaseType; above is not null; above = above.BaseType)
        {
            derives |= SymbolEqualityComparer.Default.Equals(above, _type);
        }

        if (derives && RecordParser.IsRecord(type!))
        {
            return true;
        }

        Report(DiagnosticTable.NotAVariant, directive.ArgumentLocation(index), _type.Name, type?.Name ?? "null");
        return false;
    }

    private IEnumerable<Annotation> Directives(string name) =>
        _type.GetAttributes().Where(Annotation.IsOurs).Select(data => new Annotation(data))
            .Where(directive => directive.Name == name);

    private void Report(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        _diagnostics.Add(new DiagnosticInfo(descriptor, location, arguments.ToImmutableArray()));
}
