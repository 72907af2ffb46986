using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>Parsed when the field's rules are known: without one there is nothing to be strict about.</summary>
    private FieldModel ParseStrict(FieldContext context, FieldModel field)
    {
        if (context.Find("Strict") is not { } directive)
        {
            return field;
        }

        if (!field.HasRule && field.Role != "Checksum" && field.NestedType is null && !HasOverlay(context.Name)
            && !_isUnfinished && _diagnostics.Count == 0)
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, directive.Location(), "Strict", context.Name,
                "fields with a rule of their own, such as [Constant] or [Range], fields that hold layouts, and [Rule] "
                + "methods");
        }

        return field with { IsStrict = true };
    }

    private bool HasOverlay(string region) => _type.GetMembers().OfType<IPropertySymbol>().Any(property =>
        Annotation.Find(property, "Overlay") is { } overlay && overlay.TryGetText(0, out var name) && name == region);
}
