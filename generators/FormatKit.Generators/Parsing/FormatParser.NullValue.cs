using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParseNullValue(FieldContext context, FieldModel field) =>
        context.Find("NullValue") is { } directive && ParseValue(context, field, directive, "null value") is { } value
            ? field with { NullValue = value }
            : field;
}
