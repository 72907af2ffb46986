using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Locking;
using FormatKit.Generators.Planning;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>
/// Turns one declaration into its model, and says what is wrong with it. All choices are made here: symbols and syntax
/// end with the parser, and the emitter only prints.
/// </summary>
internal sealed partial class FormatParser
{
    public const string AttributeName = "FormatKit.BinaryLayoutAttribute";

    private readonly INamedTypeSymbol _type;
    private readonly TypeDeclarationSyntax _declaration;
    private readonly Annotation _layout;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<DiagnosticInfo>.Builder _diagnostics =
        ImmutableArray.CreateBuilder<DiagnosticInfo>();

    // Something does not compile, and the compiler says so itself.
    private bool _isUnfinished;
    private string _order = "LittleEndian";

    private FormatParser(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, Annotation layout, CancellationToken cancellation)
    {
        _type = type;
        _declaration = declaration;
        _layout = layout;
        _cancellation = cancellation;
    }

    private static readonly ParsedAhead<ParsedLayout> Ahead = new("BinaryLayout", Parse);

    public static ParsedLayout? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        Ahead.Of(context, cancellation);

    private static ParsedLayout? Parse(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellation)
    {
        if (type.TypeKind != TypeKind.Struct)
        {
            return null;
        }

        // With the attribute on two parts, which the compiler refuses, the first one counts.
        var first = type.GetAttributes().FirstOrDefault(data => IsLayout(data.AttributeClass));
        var reference = first?.ApplicationSyntaxReference;
        if (first is null || reference?.SyntaxTree != declaration.SyntaxTree
            || !declaration.Span.Contains(reference.Span))
        {
            return null;
        }

        var parsed = new FormatParser(type, declaration, new Annotation(first), cancellation).Parse();
        return parsed with { Place = DeclarationPlace.Of(declaration) };
    }

    private static bool IsLayout(INamedTypeSymbol? attribute) =>
        attribute is { Name: "BinaryLayoutAttribute", ContainingNamespace.Name: Annotation.Namespace };

    private ParsedLayout Parse()
    {
        if (ParseType() is not { } type)
        {
            return new ParsedLayout(null, null, _diagnostics.ToImmutable());
        }

        var size = ParseSize();
        _order = ParseOrder(_layout, 1, _type.Name) ?? _order;
        var (drafts, properties) = ParseMembers();
        RefuseTakenNames(drafts);
        var rules = ParseRules(drafts);
        if (_diagnostics.Count == 0 && !_isUnfinished && size is { } known)
        {
            var fields = LayoutPlanner.Place(_type.Name, known, _layout.ArgumentLocation(0), drafts, _diagnostics);
            var checksums = ChecksumPlanner.Plan(
                _type.Name, known, fields, _checksums, _diagnostics, _suggestions);
            var fillOrder = SealPlanner.Plan(checksums.Fields, ConditionPlace, _diagnostics);
            if (_diagnostics.Count == 0)
            {
                var (reached, externals) = ReachExternals(checksums.Fields, checksums.Externals);
                var doc = DocParser.Parse(_type, _declaration);
                var spec = _layout.NamedText("Spec");
                var layout = new LayoutModel(type, known, _order, spec, doc, DeclaresToString(), reached)
                {
                    FillOrder = fillOrder,
                    SealOrder = checksums.SealOrder,
                    Externals = externals,
                    Rules = rules,
                    HasDebuggerDisplay = DeclaresDebuggerDisplay(),
                    Replica = ParseReplica(),
                };
                return new ParsedLayout(layout, null, _suggestions.ToImmutable());
            }
        }

        return new ParsedLayout(null, Stub(type, properties), _diagnostics.ToImmutable());
    }

    private bool DeclaresToString() =>
        _type.GetMembers("ToString").OfType<IMethodSymbol>().Any(method => method.Parameters.IsEmpty);

    private bool DeclaresDebuggerDisplay() =>
        _type.GetAttributes().Any(data => data.AttributeClass is { Name: "DebuggerDisplayAttribute" });

    private void Report(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        _diagnostics.Add(new DiagnosticInfo(descriptor, location, arguments.ToImmutableArray()));
}
