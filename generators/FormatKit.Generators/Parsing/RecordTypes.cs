using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>Says what is wrong with the form of a declaration.</summary>
internal delegate void Reporter(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments);

/// <summary>The form of types that records and variants share.</summary>
internal static class RecordTypes
{
    /// <summary>Where a type stands; null where nothing can be added to it.</summary>
    public static TypeModel? Parse(
        INamedTypeSymbol type,
        TypeDeclarationSyntax declaration,
        string what,
        Reporter report,
        CancellationToken cancellation)
    {
        var name = LocationInfo.Of(declaration.Identifier.GetLocation());
        var form = type switch
        {
            _ when type.Name.Length == 0 => string.Empty,
            { TypeKind: not (TypeKind.Class or TypeKind.Struct) } => "no class and no struct",
            { IsRefLikeType: true } => "a ref struct",
            { IsStatic: true } => "static",
            { IsFileLocal: true } => "local to its file",
            { Arity: > 0 } => "generic",
            _ when Containers(declaration).Any(outer => outer.TypeParameterList is not null) =>
                "nested in a generic type",
            _ when Containers(declaration).Any(outer => outer.Modifiers.Any(SyntaxKind.FileKeyword)) =>
                "nested in a type of one file",
            _ => null,
        };
        var isWrong = form is not null;
        if (form is { Length: > 0 })
        {
            report(DiagnosticTable.RecordForm, name, type.Name, form);
        }

        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword) && form is null)
        {
            report(DiagnosticTable.RecordNotPartial, name, type.Name, what);
            isWrong = true;
        }

        foreach (var outer in Containers(declaration).Where(outer => !outer.Modifiers.Any(SyntaxKind.PartialKeyword)))
        {
            report(
                DiagnosticTable.ContainingTypeNotPartial, LocationInfo.Of(outer.Identifier.GetLocation()),
                outer.Identifier.ValueText, type.Name);
            isWrong = true;
        }

        cancellation.ThrowIfCancellationRequested();
        if (isWrong)
        {
            return null;
        }

        var space = type.ContainingNamespace;
        var members = new HashSet<string>(type.GetMembers().Select(member => member.Name)) { type.Name };
        return new TypeModel(
            type.Name,
            CodeNames.Escape(type.Name),
            CodeNames.Full(type),
            space.IsGlobalNamespace ? null : space.ToDisplayString(),
            Containers(declaration).Reverse().Select(CodeNames.Part).ToImmutableArray(),
            new ExtensionsModel(string.Empty, string.Empty, "public", AreMethods: true),
            string.Empty,
            CodeNames.Free("RecordTable", members),
            CodeNames.HintName(type))
        {
            Experiments = Announcements.ExperimentsOf(type),
        };
    }

    private static IEnumerable<TypeDeclarationSyntax> Containers(TypeDeclarationSyntax declaration) =>
        declaration.Ancestors().OfType<TypeDeclarationSyntax>();
}
