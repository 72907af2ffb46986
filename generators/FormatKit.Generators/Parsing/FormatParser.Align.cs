using FormatKit.Generators.Diagnostics;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    /// <summary>The alignment that a field asserts; whether it is right, the planner knows.</summary>
    private FieldDraft ParseAlign(FieldContext context, FieldDraft draft)
    {
        if (context.Find("Align") is not { } directive)
        {
            return draft;
        }

        if (!directive.TryGetInt32(0, out var alignment))
        {
            _isUnfinished = true;
            return draft;
        }

        if (alignment < 1 || (alignment & (alignment - 1)) != 0)
        {
            Report(
                DiagnosticTable.UnknownArgument, directive.ArgumentLocation(0),
                context.Name, Text(alignment), "[Align]", "a power of two, such as 4");
            return draft;
        }

        return draft with { Alignment = alignment, AlignDirective = directive };
    }
}
