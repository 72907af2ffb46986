using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParsePosition(FieldContext context, FieldModel field) =>
        context.Find("Position") is { } position && ParseMember(position, 0, field.Property.Name) is { } unit
            ? field with
            {
                Role = "Position",
                Unit = unit,
                IsPosition = true,
                LengthField = ParsePositionLength(context, position),
            }
            : field;

    /// <summary>The measure that says how long what stands at a position is.</summary>
    private string? ParsePositionLength(FieldContext context, Annotation position)
    {
        if (position.IsUnfinished("Length"))
        {
            _isUnfinished = true;
        }

        if (position.NamedText("Length") is not { } name)
        {
            return null;
        }

        var measure = _type.GetMembers(name).OfType<IPropertySymbol>()
            .FirstOrDefault(property => property.IsPartialDefinition);
        if (measure is null)
        {
            Report(
                DiagnosticTable.UnknownMember, position.NamedLocation("Length"), "Position", context.Name, name,
                _type.Name, "field");
            return null;
        }

        if (Annotation.Find(measure, "Measure") is null)
        {
            Report(DiagnosticTable.LengthIsNoMeasure, position.NamedLocation("Length"), context.Name, name);
            return null;
        }

        return name;
    }
}
