using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseNested(FieldContext field, INamedTypeSymbol type, Annotation layout) =>
        ParseNestedSize(field, type, layout) is { } size ? (new NestedShape(CodeNames.Full(type)), size) : null;

    /// <summary>The size of a nested layout; its own declaration is judged where it stands.</summary>
    private int? ParseNestedSize(FieldContext field, INamedTypeSymbol type, Annotation layout)
    {
        if (PathToSelf(type, []) is { } path)
        {
            var steps = string.Join(" → ", new[] { $"{_type.Name}.{field.Name}" }.Concat(path));
            Report(DiagnosticTable.LayoutInItself, field.TypeLocation(), field.Name, _type.Name, steps);
            return null;
        }

        if (_extensions.AreMethods && !IsSeenFromNamespace(type))
        {
            Report(
                DiagnosticTable.NestedIsHidden, field.TypeLocation(),
                field.Name, type.Name, _extensions.Identifier, _type.Name);
            return null;
        }

        if (!layout.TryGetInt32(0, out var size) || size is < 1 or > MaximumSize)
        {
            _isUnfinished = true;
            return null;
        }

        return size;
    }

    private IReadOnlyList<string>? PathToSelf(INamedTypeSymbol type, HashSet<ISymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(type, _type))
        {
            return [_type.Name];
        }

        if (!seen.Add(type))
        {
            return null;
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            var element = IsSpan(property.Type) ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type;
            if (element is INamedTypeSymbol nested && Annotation.Find(nested, "BinaryLayout") is not null
                && PathToSelf(nested, seen) is { } path)
            {
                return [$"{type.Name}.{property.Name}", .. path];
            }
        }

        return null;
    }
}
