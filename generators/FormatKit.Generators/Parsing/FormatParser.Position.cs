using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParsePosition(FieldContext context, FieldModel field) =>
        context.Find("Position") is { } position && ParseMember(position, 0, field.Property.Name) is { } unit
            ? field with { Role = "Position", Unit = unit }
            : field;
}
