using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FormatKit.Generators.Locking;

/// <summary>Where a declaration stands, and its fields in it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The name of the type.</param>
/// <param name="FullName">Its name with namespace and containing types.</param>
/// <param name="Type">Where the type's name stands.</param>
/// <param name="Fields">Where the names of its properties stand.</param>
internal sealed record DeclarationPlace(
    string Path, string Name, string FullName, TextSpan Type, EquatableArray<FieldPlace> Fields)
{
    public static DeclarationPlace Of(TypeDeclarationSyntax declaration)
    {
        var names = declaration.AncestorsAndSelf().Reverse().Select(node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax type => type.Identifier.ValueText,
            _ => null,
        });
        return new DeclarationPlace(
            declaration.SyntaxTree.FilePath,
            declaration.Identifier.ValueText,
            string.Join(".", names.Where(name => name is not null)),
            declaration.Identifier.Span,
            declaration.Members.OfType<PropertyDeclarationSyntax>()
                .Select(property => new FieldPlace(property.Identifier.ValueText, property.Identifier.Span))
                .ToImmutableArray());
    }

    /// <summary>The place of a field's name; of the type's, where there is no such field.</summary>
    public LocationInfo Find(string? field)
    {
        var span = Fields.FirstOrDefault(place => place.Name == field)?.Span ?? Type;
        return new LocationInfo(Path, span, default);
    }
}

/// <summary>Where the name of a property stands.</summary>
internal sealed record FieldPlace(string Name, TextSpan Span);
