using FormatKit.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

/// <summary>What bits and overlays have in common: they are parts or views of a field, and have no bytes.</summary>
internal sealed partial class FormatParser
{
    private static bool IsPart(FieldContext context) =>
        context.Find("Bits") is not null || context.Find("Overlay") is not null;

    private static int? FindField(IReadOnlyList<FieldDraft> drafts, string name)
    {
        for (var index = 0; index < drafts.Count; index++)
        {
            if (drafts[index].Field.Property.Name == name)
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Directives on what is no field: only those that say something about a part of one.</summary>
    private bool RefuseDirectivesOfParts(FieldContext context, string part)
    {
        var before = _diagnostics.Count;
        foreach (var directive in context.Annotations.Where(found => found.Name is not "Spec" && found.Name != part))
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, directive.Location(),
                directive.Name, context.Name, $"fields of their own bytes; [{part}] has none");
        }

        return _diagnostics.Count == before;
    }

    /// <summary>A field that is wrong itself has its own diagnostic; one that is not there needs another.</summary>
    private void RefuseUnknownField(
        DiagnosticDescriptor descriptor, Annotation directive, int index, FieldContext context, string name)
    {
        if (IsDeclaredField(name))
        {
            RefuseNothingButUnfinished();
        }
        else
        {
            Report(descriptor, directive.ArgumentLocation(index), context.Name, name, _type.Name);
        }
    }

    /// <summary>Whether a name is that of a property that is meant as a field, right or wrong.</summary>
    private bool IsDeclaredField(string name) =>
        _type.GetMembers(name).OfType<IPropertySymbol>().Any(property =>
            property.IsPartialDefinition
            && !property.GetAttributes().Where(Annotation.IsOurs).Select(data => new Annotation(data))
                .Any(found => found.Name is "Bits" or "Overlay"));

    /// <summary>What is wrong has been said where it is wrong; if not, the compiler says it.</summary>
    private void RefuseNothingButUnfinished() => _isUnfinished |= _diagnostics.Count == 0;
}
