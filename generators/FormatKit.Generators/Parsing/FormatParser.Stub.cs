using System.Collections.Immutable;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FormatKit.Generators.Parsing;

/// <summary>
/// What a wrong declaration would have had, as far as it can be told: a name that the user has given away is left out,
/// and so is what has no type yet.
/// </summary>
internal sealed partial class FormatParser
{
    private const string Bytes = "global::System.ReadOnlySpan<byte>";

    private StubModel Stub(TypeModel type, ImmutableArray<PropertyModel> properties)
    {
        var fields = properties
            .Select(property => (Property: property, Symbol: _type.GetMembers(property.Name)
                .OfType<IPropertySymbol>().First()))
            .Where(field => field.Symbol.Type.TypeKind != TypeKind.Error)
            .ToList();
        return new StubModel(type, properties)
        {
            Offsets = IsFree("Offsets")
                ? fields.Where(field => !IsPart(field.Symbol)).Select(field => field.Property.Identifier)
                    .Distinct().ToImmutableArray()
                : [],
            Constants = fields.SelectMany(field => StubConstants(field.Property, field.Symbol)).ToImmutableArray(),
            Views = fields.SelectMany(field => StubViews(field.Property, field.Symbol)).ToImmutableArray(),
            Edits = fields.SelectMany(field => StubEdits(field.Property, field.Symbol)).ToImmutableArray(),
            Others = StubOthers().ToImmutableArray(),
            Externals = ExternalsOf(_type, []).Where(SyntaxFacts.IsValidIdentifier).ToImmutableArray(),
            HasOperations = HasOperations(),
            HasEquality = IsFree("Equals") && IsFree("GetHashCode") && IsFree(WellKnownMemberNames.EqualityOperatorName)
                && IsFree(WellKnownMemberNames.InequalityOperatorName),
        };
    }

    private bool IsFree(string name) => _type.Name != name && _type.GetMembers(name).IsEmpty;

    private static bool IsPart(IPropertySymbol symbol) =>
        Annotation.Find(symbol, "Bits") is not null || Annotation.Find(symbol, "Overlay") is not null;

    private IEnumerable<StubMember> StubConstants(PropertyModel property, IPropertySymbol symbol)
    {
        if (Annotation.Find(symbol, "NullValue") is not null && Integer(symbol.Type) is { Width: <= 8 }
            && IsFree(property.Name + "Null"))
        {
            yield return new StubMember(property.Access, property.Type, property.Name + "Null");
        }
    }

    private IEnumerable<StubMember> StubViews(PropertyModel property, IPropertySymbol symbol)
    {
        var hasNull = Annotation.Find(symbol, "NullValue") is not null;
        if (hasNull && symbol.Type.IsValueType && IsFree(property.Name + "OrNull"))
        {
            yield return new StubMember(property.Access, property.Type + "?", property.Name + "OrNull");
        }

        if (!IsFree(property.Name + "Bytes"))
        {
            yield break;
        }

        if ((Annotation.Find(symbol, "Position") ?? Annotation.Find(symbol, "Measure")) is { } directive)
        {
            // In blocks it takes their size.
            if (directive.TryGetMember(0, out _, out _, out var unit) && unit == "Blocks")
            {
                yield break;
            }

            yield return new StubMember(property.Access, hasNull ? "ulong?" : "ulong", property.Name + "Bytes");
        }
        else if (HasBytesOfItsOwn(symbol))
        {
            yield return new StubMember(property.Access, Bytes, property.Name + "Bytes");
        }
    }

    private static IEnumerable<StubMember> StubEdits(PropertyModel property, IPropertySymbol symbol)
    {
        var name = "Edit" + property.Name + (HasBytesOfItsOwn(symbol) ? "Bytes" : string.Empty);
        var type = symbol.Type switch
        {
            INamedTypeSymbol { Name: "ReadOnlySpan", Arity: 1 } span when IsSpan(span) =>
                $"global::System.Span<{CodeNames.Full(span.TypeArguments[0])}>",
            INamedTypeSymbol { Name: "ReadOnlyEndianSpan", Arity: 1 } span when IsSpan(span) =>
                $"global::FormatKit.EndianSpan<{CodeNames.Full(span.TypeArguments[0])}>",
            _ when HasBytesOfItsOwn(symbol) => "global::System.Span<byte>",
            INamedTypeSymbol nested when Annotation.Find(nested, "BinaryLayout") is not null => "ref " + property.Type,
            _ => null,
        };
        if (type is not null
            && ((INamedTypeSymbol)symbol.Type).TypeArguments.All(argument => argument.TypeKind != TypeKind.Error))
        {
            yield return new StubMember(property.Access, type, name);
        }
    }

    /// <summary>
    /// Whether the bytes have accessors beside the value: of times that may be none, whatever it is now.
    /// </summary>
    private static bool HasBytesOfItsOwn(IPropertySymbol symbol) =>
        symbol.Type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean
            ? Annotation.Find(symbol, "Bits") is null
            : symbol.Type.Name == "DateTimeOffset";

    private IEnumerable<string> StubOthers() => _type.GetMembers().OfType<IMethodSymbol>()
        .Where(method => Annotation.Find(method, "Rule") is not null && method.Parameters.Length == 2
            && method.Parameters.All(parameter => parameter.Type.TypeKind != TypeKind.Error)
            && FaultOf(method) is null)
        .Select(method => CodeNames.Full(method.Parameters[1].Type)).Distinct();
}
