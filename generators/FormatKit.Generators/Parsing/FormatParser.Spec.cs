using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParseSpec(FieldContext context, FieldModel field)
    {
        if (context.Find("Spec") is not { } directive)
        {
            return field;
        }

        if (!directive.TryGetText(0, out var clause))
        {
            _isUnfinished = true;
            return field;
        }

        return field with { Spec = clause };
    }
}
