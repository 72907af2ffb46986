using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>The offset that a field asserts; whether it is right, the planner knows.</summary>
    private FieldDraft ParseOffset(FieldContext context, FieldModel field)
    {
        if (context.Find("Offset") is not { } directive)
        {
            return new FieldDraft(field, null, null);
        }

        if (!directive.TryGetInt32(0, out var offset))
        {
            _isUnfinished = true;
            return new FieldDraft(field, null, null);
        }

        return new FieldDraft(field, offset, directive);
    }
}
