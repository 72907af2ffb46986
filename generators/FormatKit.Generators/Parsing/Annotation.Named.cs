using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

internal sealed partial class Annotation
{
    /// <summary>A named argument; null where it is left out.</summary>
    public TypedConstant? Named(string name)
    {
        foreach (var argument in data.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a named argument is written, rightly or not.</summary>
    public bool HasNamed(string name) => NamedExpression(name) is not null;

    /// <summary>The value of a named argument that is a number; null where it is left out or not yet right.</summary>
    public T? NamedNumber<T>(string name)
        where T : struct =>
        Named(name) is { Kind: TypedConstantKind.Primitive, Value: T value } ? value : null;

    /// <summary>A named argument that is an enum, as its number and the member it is, if any.</summary>
    public (object Number, string? Member)? NamedMember(string name) =>
        Named(name) is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } value }
            ? (value, type.GetMembers().OfType<IFieldSymbol>()
                .FirstOrDefault(field => value.Equals(field.ConstantValue))?.Name)
            : null;

    /// <summary>
    /// A named argument that is an array of texts, where null counts as empty; null where it is left out or not yet
    /// right.
    /// </summary>
    public IReadOnlyList<string>? NamedTexts(string name) =>
        Named(name) is { Kind: TypedConstantKind.Array, IsNull: false } array
        && array.Values.All(item => item is { Kind: TypedConstantKind.Primitive, Value: string or null })
            ? [.. array.Values.Select(item => item.Value as string ?? string.Empty)]
            : null;

    /// <summary>Where the value of a named argument stands, or one element of it; the attribute where it is left out.
    /// </summary>
    public LocationInfo NamedLocation(string name, int? element = null)
    {
        var expression = NamedExpression(name);
        var elements = expression switch
        {
            CollectionExpressionSyntax collection => collection.Elements.Select(item => (SyntaxNode)item),
            ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
            ImplicitArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
            _ => [],
        };
        var found = element is { } index ? elements.ElementAtOrDefault(index) ?? expression : expression;
        return found is null ? Location() : LocationInfo.Of(found.GetLocation());
    }

    private ExpressionSyntax? NamedExpression(string name) =>
        Syntax?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;
}
