using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

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

    /// <summary>Where the value of a named argument stands, or the attribute where it is left out.</summary>
    public LocationInfo NamedLocation(string name)
    {
        var argument = Syntax?.ArgumentList?.Arguments
            .FirstOrDefault(found => found.NameEquals?.Name.Identifier.ValueText == name);
        return argument is null ? Location() : LocationInfo.Of(argument.Expression.GetLocation());
    }
}
