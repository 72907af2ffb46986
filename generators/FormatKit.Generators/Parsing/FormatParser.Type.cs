using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private LocationInfo TypeName() => LocationInfo.Of(_declaration.Identifier.GetLocation());

    private TypeModel? ParseType()
    {
        RefuseForm();
        RefuseStorage();
        RefuseContainers();
        _extensions = ParseExtensions();
        if (_diagnostics.Count > 0 || _type.Name.Length == 0)
        {
            return null;
        }

        var members = new HashSet<string>(_type.GetMembers().Select(member => member.Name));
        var space = _type.ContainingNamespace;
        return new TypeModel(
            _type.Name,
            CodeNames.Escape(_type.Name),
            CodeNames.Full(_type),
            space.IsGlobalNamespace ? null : space.ToDisplayString(),
            Containers().Reverse().Select(CodeNames.Part).ToImmutableArray(),
            _extensions,
            CodeNames.Free("_bytes", members),
            CodeNames.Free("FieldTable", members),
            CodeNames.HintName(_type))
        {
            Experiments = Announcements.ExperimentsOf(_type),
            IsRetired = Announcements.IsRetired(_type),
        };
    }

    private void RefuseForm()
    {
        var form = this switch
        {
            { _declaration: RecordDeclarationSyntax } => "a record struct",
            { _type.IsRefLikeType: true } => "a ref struct",
            { _type.IsReadOnly: true } => "a readonly struct",
            { _type.IsFileLocal: true } => "local to its file",
            { _type.Arity: > 0 } => "generic",
            _ when Parts().Any(part => part.ParameterList is not null) => "a struct with a primary constructor",
            _ => null,
        };
        if (form is not null)
        {
            Report(DiagnosticTable.StructForm, TypeName(), _type.Name, form);
        }

        if (!_declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            Report(DiagnosticTable.StructNotPartial, TypeName(), _type.Name);
        }
    }

    private IEnumerable<TypeDeclarationSyntax> Parts() =>
        _type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(_cancellation)).OfType<TypeDeclarationSyntax>();

    private void RefuseStorage()
    {
        foreach (var attribute in _type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "StructLayoutAttribute" or "InlineArrayAttribute" } found
                && attribute.ApplicationSyntaxReference?.GetSyntax(_cancellation) is { } syntax)
            {
                var name = found.Name.Substring(0, found.Name.Length - "Attribute".Length);
                Report(DiagnosticTable.StructLayoutConflict, LocationInfo.Of(syntax.GetLocation()), _type.Name, name);
            }
        }
    }

    private void RefuseContainers()
    {
        foreach (var container in Containers())
        {
            var location = LocationInfo.Of(container.Identifier.GetLocation());
            if (container.TypeParameterList is not null)
            {
                Report(DiagnosticTable.StructForm, TypeName(), _type.Name, "nested in a generic type");
            }
            else if (container.Modifiers.Any(SyntaxKind.FileKeyword))
            {
                Report(DiagnosticTable.StructForm, TypeName(), _type.Name, "nested in a type of one file");
            }
            else if (!container.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                Report(
                    DiagnosticTable.ContainingTypeNotPartial, location, container.Identifier.ValueText, _type.Name);
            }
        }
    }

    private IEnumerable<TypeDeclarationSyntax> Containers() => _declaration.Ancestors().OfType<TypeDeclarationSyntax>();
}
