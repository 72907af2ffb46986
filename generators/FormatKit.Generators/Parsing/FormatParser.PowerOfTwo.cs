using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParsePowerOfTwo(FieldContext context, FieldModel field)
    {
        if (context.Find("PowerOfTwo") is not { } directive)
        {
            return field;
        }

        if (field.Range is { } range && !Powers().Any(power => power >= range.Minimum && power <= range.Maximum))
        {
            Report(DiagnosticTable.NoLegalValue, directive.Location(), context.Name, $"{range} has no power of two");
            return field;
        }

        return field with { IsPowerOfTwo = true };
    }

    private static IEnumerable<ulong> Powers() => Enumerable.Range(0, 64).Select(bit => 1UL << bit);
}
