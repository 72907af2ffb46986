using System.Collections.Immutable;
using System.Globalization;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Diagnostics;

/// <summary>A diagnostic as an equatable value.</summary>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Descriptor, LocationInfo Location, EquatableArray<string> Arguments)
{
    /// <param name="trees">The trees of the compilation by their paths.</param>
    public Diagnostic ToDiagnostic(IReadOnlyDictionary<string, SyntaxTree?> trees) =>
        Diagnostic.Create(Descriptor, Location.ToLocation(trees), Properties(), [.. Arguments]);

    /// <summary>What the message says, for the code fixes: under "0" what stands for {0}, and so on.</summary>
    private ImmutableDictionary<string, string?> Properties()
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        for (var index = 0; index < Arguments.Count; index++)
        {
            properties.Add(index.ToString(CultureInfo.InvariantCulture), Arguments[index]);
        }

        return properties.ToImmutable();
    }
}
