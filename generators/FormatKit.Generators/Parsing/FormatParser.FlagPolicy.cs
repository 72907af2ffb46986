using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParseFlagPolicy(FieldContext context, FieldModel field)
    {
        if (context.Find("FlagPolicy") is not { } directive)
        {
            return field;
        }

        if (ParseMember(directive, 0, context.Name) is not { } unknown || directive.IsUnfinished("Required")
            || directive.IsUnfinished("Known"))
        {
            _isUnfinished = true;
            return field;
        }

        var maximum = UnsignedMaximum(field.Width);
        foreach (var name in (string[])["Required", "Known"])
        {
            if (directive.NamedNumber<ulong>(name) is { } bits && bits > maximum)
            {
                Report(
                    DiagnosticTable.ValueDoesNotFit, directive.NamedLocation(name),
                    "mask", $"0x{bits:X}", context.Name, $"0x{maximum:X}");
                return field;
            }
        }

        var required = directive.NamedNumber<ulong>("Required") ?? 0;
        var known = directive.NamedNumber<ulong>("Known") ?? (field.Shape as EnumShape)?.Names
            .Aggregate(0UL, (bits, name) => bits | name.Value);
        if (unknown != "Reject")
        {
            return required == 0 ? field : field with { Flags = new FlagsModel(required, null) };
        }

        if (known is null)
        {
            Report(DiagnosticTable.FlagsNotKnown, directive.Location(), context.Name);
            return field;
        }

        if ((required & ~known) is { } stray and not 0)
        {
            Report(
                DiagnosticTable.RequiredFlagsUnknown, directive.NamedLocation("Required"), context.Name, $"{stray:X}");
            return field;
        }

        return field with { Flags = new FlagsModel(required, known) };
    }
}
