using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

/// <summary>What the directives that demand a value apply to and contradict.</summary>
internal sealed partial class FormatParser
{
    private static readonly string[] ValueDirectives = ["Range", "PowerOfTwo", "OneOf", "FlagPolicy"];

    private FieldModel ParseValues(FieldContext context, FieldModel field)
    {
        var directive = context.Annotations.FirstOrDefault(found => ValueDirectives.Contains(found.Name));
        if (directive is null)
        {
            return field;
        }

        if (field.Width > 8)
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, directive.Location(),
                directive.Name, context.Name, "fields of at most 8 bytes");
            return field;
        }

        field = ParseRange(context, field);
        field = ParsePowerOfTwo(context, field);
        field = ParseOneOf(context, field);
        return ParseFlagPolicy(context, field);
    }

    private static IEnumerable<(string First, string Second)> ValueContradictions =>
    [
        .. from first in (string[])["Magic", "Constant", "Checksum"]
           from second in (string[])["Range", "PowerOfTwo", "OneOf", "FlagPolicy"]
           select (first, second),
        ("OneOf", "Range"), ("OneOf", "PowerOfTwo"), ("OneOf", "FlagPolicy"), ("OneOf", "EnumPolicy"),
        ("FlagPolicy", "Range"), ("FlagPolicy", "PowerOfTwo"),
    ];

    private static (bool Applies, string Accepted) AppliesToValues(string directive, FieldShape shape) =>
        directive switch
        {
            "Range" or "OneOf" => (shape is IntegerShape or EnumShape, "integers and enums"),
            "PowerOfTwo" => (shape is IntegerShape { IsSigned: false }, "unsigned integers"),
            "FlagPolicy" => (
                shape is IntegerShape { IsSigned: false } or EnumShape { IsFlags: true },
                "unsigned integers and enums with [Flags]"),
            "When" or "WhenFlag" or "Since" => (shape is not ReservedShape, "fields that mean something"),
            _ => (true, string.Empty),
        };
}
