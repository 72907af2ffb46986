using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>One of our attributes on a declaration. While it is being typed its arguments may be missing or wrong;
/// then nothing is given, and the compiler says why.</summary>
internal sealed partial class Annotation(AttributeData data)
{
    public const string Namespace = "FormatKit";

    /// <summary>The name as it is written: <c>Magic</c>.</summary>
    public string Name { get; } = Trim(data.AttributeClass!.Name);

    /// <summary>The type argument of a <c>[Checksum&lt;T&gt;]</c>.</summary>
    public ITypeSymbol? TypeArgument => data.AttributeClass!.TypeArguments.FirstOrDefault();

    private AttributeSyntax? Syntax => data.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;

    /// <summary>Whether an attribute is ours.</summary>
    public static bool IsOurs(AttributeData data) =>
        data.AttributeClass is { TypeKind: TypeKind.Class, ContainingNamespace: { Name: Namespace } space }
        && space.ContainingNamespace.IsGlobalNamespace;

    /// <summary>The attribute of a name on a symbol.</summary>
    public static Annotation? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(IsOurs).Select(data => new Annotation(data)).FirstOrDefault(a => a.Name == name);

    public LocationInfo Location() => LocationInfo.Of(Syntax?.GetLocation() ?? Microsoft.CodeAnalysis.Location.None);

    /// <summary>Where an argument stands, or the attribute where it is left out.</summary>
    public LocationInfo ArgumentLocation(int index)
    {
        var parameters = data.AttributeConstructor?.Parameters ?? [];
        var arguments = Syntax?.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ToList() ?? [];
        var named = arguments.FirstOrDefault(argument =>
            argument.NameColon is { } colon && index < parameters.Length
            && colon.Name.Identifier.ValueText == parameters[index].Name);
        var found = named ?? arguments.ElementAtOrDefault(index);
        return found is null ? Location() : LocationInfo.Of(found.Expression.GetLocation());
    }

    /// <summary>Where the type argument stands.</summary>
    public LocationInfo TypeArgumentLocation() =>
        Syntax?.DescendantNodes().OfType<TypeArgumentListSyntax>().FirstOrDefault()?.Arguments.FirstOrDefault()
            is { } argument
            ? LocationInfo.Of(argument.GetLocation())
            : Location();

    public bool TryGetInt32(int index, out int value) => TryGet(index, out value);

    public bool TryGetUInt64(int index, out ulong value) => TryGet(index, out value);

    /// <summary>A text; null counts as empty.</summary>
    public bool TryGetText(int index, out string value)
    {
        value = string.Empty;
        if (!Has(index) || data.ConstructorArguments[index].Type?.SpecialType != SpecialType.System_String)
        {
            return false;
        }

        value = data.ConstructorArguments[index].Value as string ?? string.Empty;
        return true;
    }

    /// <summary>The type and number of an enum argument, and the member it is, if any.</summary>
    public bool TryGetMember(int index, out INamedTypeSymbol type, out object number, out string? member)
    {
        (type, number, member) = (null!, null!, null);
        if (!Has(index) || data.ConstructorArguments[index] is not
            { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol argumentType, Value: { } value })
        {
            return false;
        }

        var field = argumentType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => value.Equals(f.ConstantValue));
        (type, number, member) = (argumentType, value, field?.Name);
        return true;
    }

    /// <summary>An argument of whatever type; null where it is missing or wrong.</summary>
    public TypedConstant? Argument(int index) => Has(index) ? data.ConstructorArguments[index] : null;

    /// <summary>Whether there is no argument of an index, and none is expected.</summary>
    public bool IsComplete(int index) =>
        data.AttributeConstructor is { } constructor && index >= constructor.Parameters.Length;

    /// <summary>Whether a named argument is there and wrong.</summary>
    public bool IsUnfinished(string name) => Named(name) is { Kind: TypedConstantKind.Error };

    /// <summary>A named argument that is a text.</summary>
    public string? NamedText(string name) =>
        data.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is
            { Kind: TypedConstantKind.Primitive, Value: string text }
            ? text
            : null;

    private static string Trim(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;

    private bool Has(int index) =>
        index < data.ConstructorArguments.Length && data.ConstructorArguments[index].Kind != TypedConstantKind.Error;

    private bool TryGet<T>(int index, out T value)
        where T : struct
    {
        var found = Has(index) && data.ConstructorArguments[index] is { Kind: TypedConstantKind.Primitive, Value: T };
        value = found ? (T)data.ConstructorArguments[index].Value! : default;
        return found;
    }
}
