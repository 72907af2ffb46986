using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private ExtensionsModel _extensions = null!;

    // Extension methods stand in classes of a namespace; one that cannot see the struct gives way to a nested class.
    private ExtensionsModel ParseExtensions()
    {
        var isPublic = Chain(_type).All(type => type.DeclaredAccessibility == Accessibility.Public);
        var isSeen = IsSeenFromNamespace(_type);
        var owners = isSeen ? Chain(_type).Reverse() : [_type];
        var name = string.Join("_", owners.Select(type => type.Name)) + "Layout";
        var container = isSeen ? (INamespaceOrTypeSymbol)_type.ContainingNamespace : _type.ContainingType;
        if (container.GetTypeMembers(name).Length > 0)
        {
            Report(DiagnosticTable.NameTaken, TypeName(), name, $"the static class that edits '{_type.Name}'");
        }

        var prefix = container switch
        {
            INamespaceSymbol { IsGlobalNamespace: true } => "global::",
            INamespaceSymbol space => $"global::{space.ToDisplayString()}.",
            _ => CodeNames.Full((INamedTypeSymbol)container) + ".",
        };
        var accessibility = !isSeen ? "private" : isPublic ? "public" : "internal";
        return new ExtensionsModel(name, prefix + name, accessibility, isSeen);
    }

    private static bool IsSeenFromNamespace(INamedTypeSymbol type) =>
        Chain(type).All(outer => outer.DeclaredAccessibility
            is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }
}
