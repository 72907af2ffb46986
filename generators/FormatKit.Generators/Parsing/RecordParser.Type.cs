using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    private static readonly string[] OperationNames = ["Read", "TryRead", "ToBytes", "WriteTo"];

    private LocationInfo TypeName() => LocationInfo.Of(_declaration.Identifier.GetLocation());

    private void RefuseForm()
    {
        var fault = this switch
        {
            _ when IsLayout(_type) => "a [BinaryLayout] as well",
            { _type.IsAbstract: true } => "abstract",
            _ when _type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(_cancellation))
                .OfType<TypeDeclarationSyntax>().Any(part => part.ParameterList is not null) =>
                "declared with parameters",
            _ when !_type.IsValueType && !_type.InstanceConstructors.Any(made => made.Parameters.IsEmpty) =>
                "without a constructor that takes nothing",
            _ when Bases().Any(IsRecord) => "derived from another record",
            _ => null,
        };
        if (fault is not null)
        {
            Report(DiagnosticTable.RecordForm, TypeName(), _type.Name, fault);
        }

        FormatParser.RefuseVar(_type, Report, TypeName());
    }

    private EquatableArray<string> Operations() =>
        OperationNames
            .Where(name => _type.Name != name && _type.GetMembers(name).IsEmpty)
            .Concat(HasWords() ? [] : [nameof(ToString)])
            .ToImmutableArray();

    /// <summary>Whether C# or the user, here or in a class above, says what the record is in words.</summary>
    private bool HasWords() => _type.IsRecord || _type.Name == nameof(ToString) || Bases().Prepend(_type)
        .TakeWhile(type => type.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType))
        .Any(type => type.GetMembers(nameof(ToString))
            .Any(member => member is not IMethodSymbol { Parameters.Length: > 0 }));

    private IEnumerable<INamedTypeSymbol> Bases()
    {
        for (var above = _type.BaseType; above is not null; above = above.BaseType)
        {
            yield return above;
        }
    }

    internal static bool IsRecord(ITypeSymbol type) =>
        type is INamedTypeSymbol && Annotation.Find(type, "BinaryRecord") is not null;

    internal static bool IsVariants(ITypeSymbol type) =>
        type is INamedTypeSymbol && Annotation.Find(type, "BinaryVariants") is not null;

    internal static bool IsLayout(ITypeSymbol type) =>
        type is INamedTypeSymbol && Annotation.Find(type, "BinaryLayout") is not null;
}
