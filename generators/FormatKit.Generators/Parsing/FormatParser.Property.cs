using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private static readonly SyntaxKind[] ForeignModifiers =
    [
        SyntaxKind.RequiredKeyword, SyntaxKind.NewKeyword, SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword,
        SyntaxKind.AbstractKeyword, SyntaxKind.SealedKeyword, SyntaxKind.ExternKeyword, SyntaxKind.UnsafeKeyword,
    ];

    private static PropertyModel ParseProperty(FieldContext field) => new(
        field.Name,
        CodeNames.Escape(field.Name),
        Prefix(field.Symbol) + CodeNames.Full(field.Type),
        SyntaxFacts.GetText(field.Symbol.DeclaredAccessibility) + " ",
        Modifiers(field.Syntax.Modifiers, SyntaxKind.PartialKeyword),
        Accessor(field, SyntaxKind.GetAccessorDeclaration),
        Accessor(field, SyntaxKind.SetAccessorDeclaration) ?? Accessor(field, SyntaxKind.InitAccessorDeclaration))
    {
        IsRetired = Announcements.IsRetired(field.Symbol),
    };

    /// <summary>Refuses a property that is not declared as its type demands.</summary>
    /// <returns>Whether it is right.</returns>
    private bool RefuseProperty(FieldContext field)
    {
        if (field.Type.TypeKind == TypeKind.Error)
        {
            _isUnfinished = true;
            return false;
        }

        var property = field.Syntax;
        var get = Find(field, SyntaxKind.GetAccessorDeclaration);
        var set = Find(field, SyntaxKind.SetAccessorDeclaration);
        var init = Find(field, SyntaxKind.InitAccessorDeclaration);
        var isReadOnly = property.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
        var foreign = property.Modifiers.FirstOrDefault(token => ForeignModifiers.Contains(token.Kind()));
        (string Fault, Location Place)? refusal = IsSpan(field.Type) switch
        {
            _ when foreign != default => ($"is '{foreign.ValueText}'", foreign.GetLocation()),
            _ when field.Symbol.RefKind != RefKind.None => ("returns a reference", property.Type.GetLocation()),
            true when (set ?? init) is { } writer =>
                ("can be set, but a span shows bytes to be read", writer.Keyword.GetLocation()),
            true when !isReadOnly => ("is not 'readonly'", property.Identifier.GetLocation()),
            true => null,
            false when init is not null => ("has 'init' where 'set' is needed", init.Keyword.GetLocation()),
            false when get is null => ("cannot be read", property.Identifier.GetLocation()),
            false when set is null => ("cannot be set", property.Identifier.GetLocation()),
            false when isReadOnly => ("is 'readonly' and cannot be set", property.Identifier.GetLocation()),
            false when !get.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) =>
                ("has a getter that is not 'readonly', so reading through a view would copy the layout",
                    get.Keyword.GetLocation()),
            _ => null,
        };
        if (refusal is { } fault)
        {
            Report(DiagnosticTable.PropertyForm, LocationInfo.Of(fault.Place), field.Name, fault.Fault, Form(field));
        }

        return refusal is null;
    }

    /// <summary>How a property of the type is declared.</summary>
    private static string Form(FieldContext field)
    {
        var access = string.Concat(field.Syntax.Modifiers
            .Where(token => SyntaxFacts.IsAccessibilityModifier(token.Kind()))
            .Select(token => token.ValueText + " "));
        var type = field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return IsSpan(field.Type)
            ? $"{access}readonly partial {type} {field.Name} {{ get; }}"
            : $"{access}partial {type} {field.Name} {{ readonly get; set; }}";
    }

    private static bool IsSpan(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 }
        && type.ContainingNamespace.ContainingNamespace is { IsGlobalNamespace: true }
        && (type.ContainingNamespace.Name, type.Name) is ("System", "ReadOnlySpan" or "Span")
            or (Annotation.Namespace, "ReadOnlyEndianSpan" or "EndianSpan");

    private static AccessorDeclarationSyntax? Find(FieldContext field, SyntaxKind kind)
    {
        foreach (var accessor in field.Syntax.AccessorList?.Accessors ?? default)
        {
            if (accessor.IsKind(kind))
            {
                return accessor;
            }
        }

        return null;
    }

    private static string? Accessor(FieldContext field, SyntaxKind kind) =>
        Find(field, kind) is { } accessor ? Modifiers(accessor.Modifiers) + accessor.Keyword.ValueText : null;

    private static string Modifiers(SyntaxTokenList modifiers, SyntaxKind except = SyntaxKind.None)
    {
        var text = string.Empty;
        foreach (var token in modifiers)
        {
            text = token.IsKind(except) ? text : $"{text}{token.ValueText} ";
        }

        return text;
    }

    private static string Prefix(IPropertySymbol property) => property.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => string.Empty,
    };
}
