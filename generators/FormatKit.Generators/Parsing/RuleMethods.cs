using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FormatKit.Generators.Parsing;

/// <summary>What the rules in C# of layouts and of records share.</summary>
internal static class RuleMethods
{
    /// <summary>The rules among the methods of a type, in order of declaration, with all our attributes on each.
    /// </summary>
    /// <param name="type">The layout or record.</param>
    /// <param name="report">Takes the attributes that stand on other methods.</param>
    public static IEnumerable<(IMethodSymbol Method, Annotation Rule, List<Annotation> Annotations)> Of(
        INamedTypeSymbol type, Reporter report)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(MayHaveAttributes)
            .OrderBy(DeclarationOrder.Of))
        {
            var annotations = method.GetAttributes().Where(Annotation.IsOurs)
                .Select(data => new Annotation(data)).ToList();
            if (annotations.FirstOrDefault(annotation => annotation.Name == "Rule") is { } rule)
            {
                yield return (method, rule, annotations);
            }
            else if (annotations.Count > 0)
            {
                report(DiagnosticTable.MethodIsNoRule, annotations[0].Location(), annotations[0].Name, method.Name);
            }
        }
    }

    /// <summary>Whether it makes sense to ask for attributes: most methods are accessors that have none, and the
    /// compiler would look for some at each of them.</summary>
    private static bool MayHaveAttributes(IMethodSymbol method) =>
        !method.IsImplicitlyDeclared
        && (method.AssociatedSymbol is null
            || method.DeclaringSyntaxReferences.Any(part =>
                part.GetSyntax() is not AccessorDeclarationSyntax { AttributeLists.Count: 0 }));

    /// <summary>Whether something of a rule is still to be typed.</summary>
    public static bool IsUnfinished(IMethodSymbol method, Annotation rule) =>
        !rule.TryGetText(0, out _) || rule.IsUnfinished("Field") || rule.IsUnfinished("Spec")
        || method.ReturnType.TypeKind == TypeKind.Error
        || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error);

    /// <summary>Where a rule is named.</summary>
    public static LocationInfo Location(IMethodSymbol method) =>
        LocationInfo.Of(method.Locations.FirstOrDefault() ?? Microsoft.CodeAnalysis.Location.None);

    /// <summary>What is wrong with any rule's declaration; its parameters are another matter.</summary>
    public static string? FaultOf(IMethodSymbol method) => method switch
    {
        { IsStatic: false } => "is not static",
        { IsGenericMethod: true } => "is generic",
        { ReturnType.SpecialType: not SpecialType.System_Boolean } or { ReturnsByRef: true }
            or { ReturnsByRefReadonly: true } =>
            $"returns '{method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'",
        _ => null,
    };
}
