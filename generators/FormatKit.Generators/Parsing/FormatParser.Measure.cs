using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParseMeasure(FieldContext context, FieldModel field) =>
        context.Find("Measure") is { } measure && ParseMember(measure, 0, field.Property.Name) is { } unit
            ? field with { Role = "Measure", Unit = unit }
            : field;
}
