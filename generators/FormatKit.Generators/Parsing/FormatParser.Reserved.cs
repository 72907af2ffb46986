using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseReserved(FieldContext field, Annotation reserved) =>
        ParseLength(field, reserved, "bytes") is { } length && ParseMember(reserved, 1, field.Name) is { } policy
            ? (new ReservedShape(policy), length)
            : null;

    private static FieldModel ParseReservedRole(FieldModel field) =>
        field.Shape is ReservedShape ? field with { Role = "Reserved" } : field;
}
