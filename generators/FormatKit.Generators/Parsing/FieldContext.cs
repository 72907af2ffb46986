using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>A property that is being parsed.</summary>
/// <param name="symbol">The property.</param>
/// <param name="syntax">Its declaration.</param>
/// <param name="type">What is read, where it is not the property's type: what may be null, or each element.</param>
internal sealed class FieldContext(
    IPropertySymbol symbol, PropertyDeclarationSyntax syntax, ITypeSymbol? type = null)
{
    private readonly Annotation[] _annotations =
        [.. symbol.GetAttributes().Where(Annotation.IsOurs).Select(data => new Annotation(data))];

    public IPropertySymbol Symbol { get; } = symbol;

    public PropertyDeclarationSyntax Syntax { get; } = syntax;

    public string Name => Symbol.Name;

    public ITypeSymbol Type { get; } = type ?? symbol.Type;

    public IReadOnlyList<Annotation> Annotations => _annotations;

    /// <summary>The directive of a name. Every directive is asked for of every field.</summary>
    public Annotation? Find(string name)
    {
        foreach (var annotation in _annotations)
        {
            if (annotation.Name == name)
            {
                return annotation;
            }
        }

        return null;
    }

    public LocationInfo NameLocation() => LocationInfo.Of(Syntax.Identifier.GetLocation());

    public LocationInfo TypeLocation() => LocationInfo.Of(Syntax.Type.GetLocation());
}

/// <summary>A parsed field, with the directives that the planner may have to point at.</summary>
internal sealed record FieldDraft(FieldModel Field, int? Offset, Annotation? OffsetDirective)
{
    /// <summary>What the field's offset must be a multiple of.</summary>
    public int? Alignment { get; init; }

    public Annotation? AlignDirective { get; init; }
}
