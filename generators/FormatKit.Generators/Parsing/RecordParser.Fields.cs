using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    private readonly List<RecordFieldModel> _fields = [];

    // Every name that is declared as a field, wrong ones too, in order.
    private readonly List<FieldContext> _contexts = [];

    private EquatableArray<RecordFieldModel> ParseFields()
    {
        foreach (var member in _type.GetMembers().Where(member => !member.IsImplicitlyDeclared)
            .OrderBy(DeclarationOrder.Of))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (member is IPropertySymbol { IsIndexer: false } property
                && Syntax(property) is PropertyDeclarationSyntax syntax
                && IsField(new FieldContext(property, syntax)))
            {
                _contexts.Add(new FieldContext(property, syntax, Bare(property.Type)));
            }
        }

        foreach (var context in _contexts)
        {
            var before = _diagnostics.Count + _values.Diagnostics.Count;
            if (ParseField(context) is { } field)
            {
                _fields.Add(field);
            }
            else if (_diagnostics.Count + _values.Diagnostics.Count == before)
            {
                _isUnfinished = true;
            }

            if (_fields.Count <= _contexts.IndexOf(context))
            {
                // The rest refers to fields by their index.
                _fields.Add(new RecordFieldModel(context.Name, context.Name, "byte", "Wrong", DocModel.None));
            }
        }

        if (_fields.All(field => field.Kind != "Wrong"))
        {
            ParseReferences();
        }

        return _fields.ToImmutableArray();
    }

    /// <summary>What is there when it is not null.</summary>
    private static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    private static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated
        || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether a property is a field; computed properties are the user's own.</summary>
    private bool IsField(FieldContext field)
    {
        var isAuto = _type.GetMembers().OfType<IFieldSymbol>().Any(storage =>
            SymbolEqualityComparer.Default.Equals(storage.AssociatedSymbol, field.Symbol));
        var isMeant = field.Annotations.Count > 0;
        var isHere = field.Syntax.SyntaxTree == _declaration.SyntaxTree
            && _declaration.Span.Contains(field.Syntax.Span);
        var fault = field.Symbol switch
        {
            { IsStatic: true } when !isMeant => string.Empty,
            { IsStatic: true } => "is static",
            _ when !isAuto && !isMeant => string.Empty,
            _ when !isAuto => "has a body of its own, and so no value that is stored",
            { ExplicitInterfaceImplementations.IsEmpty: false } =>
                "is that of an interface, and has no name of its own",
            { IsAbstract: true } or { IsVirtual: true } or { IsOverride: true } => "is virtual",
            { SetMethod: null } => "cannot be set, which reading needs",
            { GetMethod: null } => "cannot be read, which writing needs",
            _ => null,
        };
        if (fault is { Length: > 0 })
        {
            Report(DiagnosticTable.RecordFieldForm, field.NameLocation(), field.Name, fault, Form(field));
        }
        else if (fault is null && !isHere)
        {
            Report(DiagnosticTable.RecordFieldElsewhere, field.NameLocation(), field.Name, _type.Name);
            return false;
        }

        return fault is null;
    }

    private static string Form(FieldContext field)
    {
        var type = field.Symbol.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return $"public {type} {field.Syntax.Identifier.ValueText} {{ get; set; }}";
    }

    private SyntaxNode? Syntax(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation);

}
