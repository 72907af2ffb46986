using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class Annotation
{
    /// <summary>How many arguments the constructor takes.</summary>
    public int Count => data.ConstructorArguments.Length;

    /// <summary>An argument of any kind but an array; null while it is missing or wrong.</summary>
    public TypedConstant? Constant(int index) =>
        Has(index) && data.ConstructorArguments[index].Kind != TypedConstantKind.Array
            ? data.ConstructorArguments[index]
            : null;

    /// <summary>A <c>typeof</c>; null while it is missing or wrong.</summary>
    public INamedTypeSymbol? TypeOf(int index) =>
        Constant(index) is
            { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type }
            ? type
            : null;
}
