using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (IReadOnlyList<FieldDraft> Drafts, ImmutableArray<PropertyModel> Properties) ParseMembers()
    {
        var drafts = new List<FieldDraft>();
        var parts = new List<(FieldContext Context, PropertyModel Property)>();
        var properties = ImmutableArray.CreateBuilder<PropertyModel>();
        foreach (var member in _type.GetMembers().Where(member => !member.IsImplicitlyDeclared)
            .OrderBy(DeclarationOrder.Of))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (member is IPropertySymbol { IsIndexer: false, IsStatic: false } property
                && Syntax(property) is PropertyDeclarationSyntax syntax)
            {
                var field = new FieldContext(property, syntax);
                if (!IsField(field))
                {
                    continue;
                }

                properties.Add(ParseProperty(field));
                if (!IsHere(property))
                {
                    Report(DiagnosticTable.FieldInOtherPart, field.NameLocation(), field.Name, _type.Name);
                }
                else if (IsPart(field))
                {
                    if (RefuseProperty(field))
                    {
                        parts.Add((field, properties[properties.Count - 1]));
                    }
                }
                else if (RefuseProperty(field) && ParseField(field, properties[properties.Count - 1]) is { } draft)
                {
                    drafts.Add(draft);
                }
            }
            else
            {
                RefuseMember(member);
            }
        }

        ParseBits(parts, drafts);
        ParseOverlays(parts, drafts);
        return (drafts, properties.ToImmutable());
    }

    /// <summary>Whether a property is meant as a field; computed properties are the user's own.</summary>
    private bool IsField(FieldContext field)
    {
        if (field.Symbol.IsPartialDefinition && field.Symbol.PartialImplementationPart is null)
        {
            return true;
        }

        var isAuto = _type.GetMembers().OfType<IFieldSymbol>().Any(storage =>
            SymbolEqualityComparer.Default.Equals(storage.AssociatedSymbol, field.Symbol));
        if (isAuto || field.Annotations.Count > 0)
        {
            var fault = isAuto
                ? "is an auto-property, which would store bytes of its own"
                : "has a body of its own, which a field gets from the generator";
            Report(DiagnosticTable.PropertyForm, field.NameLocation(), field.Name, fault, Form(field));
        }

        return false;
    }

    private void RefuseMember(ISymbol member)
    {
        var kind = member switch
        {
            IFieldSymbol { IsStatic: false, IsConst: false } => "a field",
            IEventSymbol { IsStatic: false } when Syntax(member) is VariableDeclaratorSyntax => "an event",
            IPropertySymbol { IsIndexer: true } => "an indexer",
            IMethodSymbol { Name: "Slice", IsStatic: false, MethodKind: MethodKind.Ordinary } => "a Slice method",
            IPropertySymbol { IsStatic: true } when member.GetAttributes().Any(Annotation.IsOurs) =>
                "a static property",
            _ => null,
        };
        if (kind is not null)
        {
            var location = LocationInfo.Of(member.Locations.FirstOrDefault() ?? Location.None);
            var isIndexer = member is IPropertySymbol { IsIndexer: true };
            Report(
                DiagnosticTable.MemberIsNoField, location,
                isIndexer ? "this[]" : member.Name, kind, isIndexer ? "Value" : member.Name);
        }
    }

    private bool IsHere(ISymbol member) =>
        Syntax(member) is { } syntax && syntax.SyntaxTree == _declaration.SyntaxTree
        && _declaration.Span.Contains(syntax.Span);

    private SyntaxNode? Syntax(ISymbol member) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation);

    private static readonly string[] OperationNames = ["View", "Edit", "TryRead", "Read"];

    private void RefuseTakenNames(IReadOnlyList<FieldDraft> drafts)
    {
        foreach (var name in (string[])["op_Equality", "op_Inequality"])
        {
            RefuseTaken(name, "the equality of every layout", member => member is not IMethodSymbol method
                || method.Parameters.All(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, _type)));
        }

        foreach (var name in OperationNames)
        {
            RefuseTaken(name, "a method of every layout", TakesOperation);
        }

        RefuseVar(_type, Report, TypeName());
        RefuseTaken("Equals", "the equality of every layout", TakesEquals);
        RefuseTaken("GetHashCode", "the equality of every layout", member => member is not IMethodSymbol method
            || (method.Parameters.IsEmpty && method.Arity == 0));
        RefuseTaken("ToString", "a method of every layout", member => member is not IMethodSymbol);
        RefuseTaken("Offsets", "the offsets of every layout's fields", _ => true);

        foreach (var field in drafts.Select(draft => draft.Field))
        {
            if (field.NullValue is not null)
            {
                RefuseTaken(field.Property.Name + "Null", $"the null value of '{field.Property.Name}'", _ => true);
                RefuseTaken(field.Property.Name + "OrNull", $"the nullable view of '{field.Property.Name}'", _ => true);
            }

            if (field.Unit != "None")
            {
                RefuseTaken(
                    field.Property.Name + "Bytes",
                    $"the {(field.IsPosition ? "position" : "measure")} '{field.Property.Name}' in bytes", _ => true);
            }

            if (field.HasRawBytes)
            {
                RefuseTaken(field.Property.Name + "Bytes", $"the bytes of '{field.Property.Name}'", _ => true);
            }
        }
    }

    /// <summary>Refuses a type that is called as generated code leaves the types of variables open.</summary>
    internal static void RefuseVar(INamedTypeSymbol type, Reporter report, LocationInfo place)
    {
        if (type.Name == "var")
        {
            report(DiagnosticTable.NameTaken, place, "var", "variables whose type it does not say");
        }
    }

    /// <summary>Whether a member is no overload beside the two that every layout gets.</summary>
    private bool TakesEquals(ISymbol member)
    {
        if (member is not IMethodSymbol method)
        {
            return true;
        }

        return method.Arity == 0 && method.Parameters.Length == 1
            && (method.Parameters[0].Type.SpecialType == SpecialType.System_Object
                || SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, _type));
    }

    /// <summary>Whether nothing stands in the way of the methods from bytes.</summary>
    private bool HasOperations() => !OperationNames.Any(name =>
        _type.Name == name || _type.GetMembers(name).Any(TakesOperation));

    /// <summary>Whether a member stands in the way of a method from bytes, and is no overload beside it.</summary>
    private static bool TakesOperation(ISymbol member) =>
        member is not IMethodSymbol method
        || (method.Parameters.Length == (method.Name is "View" or "Edit" ? 1 : 2)
            && method.Parameters[0].Type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" });

    private void RefuseTaken(string name, string owner, Func<ISymbol, bool> takes)
    {
        if (_type.Name == name)
        {
            Report(DiagnosticTable.NameTaken, TypeName(), name, owner);
        }

        foreach (var member in _type.GetMembers(name).Where(takes))
        {
            var location = LocationInfo.Of(member.Locations.FirstOrDefault() ?? Location.None);
            Report(DiagnosticTable.NameTaken, location, name, owner);
        }
    }
}
