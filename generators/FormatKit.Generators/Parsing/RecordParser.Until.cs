using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    /// <summary>
    /// What a computed field of an element will be written as, as code on <c>element</c>; null for fields that are
    /// written as they are.
    /// </summary>
    private static string? Written(ITypeSymbol element, string name)
    {
        foreach (var property in element.GetMembers().OfType<IPropertySymbol>())
        {
            var target = $"element.{CodeNames.Escape(property.Name)}";
            if (Names("TaggedBy", out _))
            {
                return $"RecordWriter.TagOf({target})";
            }

            var isCounted = Names("Count", out var directive)
                || (IsBytes(property.Type) && Names("Length", out directive));
            if (isCounted)
            {
                var plus = directive!.Named("Plus") is { Value: int more } ? more : 0;
                return $"({target} is {{ }} content ? unchecked((ulong)content.Length + {Text(plus)}) : 0)";
            }

            bool Names(string attribute, out Annotation? found)
            {
                found = Annotation.Find(property, attribute);
                return found is not null && found.TryGetText(0, out var text) && text == name;
            }
        }

        return null;
    }

    private static bool IsBytes(ITypeSymbol type) =>
        type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
            or INamedTypeSymbol { Name: "ReadOnlyMemory", Arity: 1 };
}
