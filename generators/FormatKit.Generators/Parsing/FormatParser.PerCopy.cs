using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParsePerCopy(FieldContext context, FieldModel field)
    {
        if (context.Find("PerCopy") is not { } directive)
        {
            return field;
        }

        if (Annotation.Find(_type, "Replica") is null)
        {
            Report(DiagnosticTable.PerCopyWithoutReplica, directive.Location(), context.Name, _type.Name);
            return field;
        }

        var mirrors = directive.NamedText("Mirrors");
        if (directive.HasNamed("Mirrors") && directive.Named("Mirrors") is not { IsNull: true } && mirrors is null)
        {
            _isUnfinished = true;
            return field;
        }

        if (mirrors is not null && !IsMirror(context, mirrors))
        {
            Report(
                DiagnosticTable.NoMirror, directive.NamedLocation("Mirrors"),
                context.Name, mirrors, context.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            return field;
        }

        return field with { IsPerCopy = true, Mirrors = mirrors };
    }

    /// <summary>Whether a name is that of another field of the same integer type, which reads the same bytes.</summary>
    private bool IsMirror(FieldContext context, string name) =>
        name != context.Name && Integer(context.Type) is not null
        && _type.GetMembers(name).OfType<IPropertySymbol>().Any(other =>
            SymbolEqualityComparer.Default.Equals(other.Type, context.Type));
}
