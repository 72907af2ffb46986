using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseUniqueId(FieldContext field) =>
        Demand(field, "UniqueId", "[UniqueId(GuidOrder.Rfc4122)] or [UniqueId(GuidOrder.Mixed)]") is { } directive
        && ParseMember(directive, 0, field.Name) is { } order
            ? (new UniqueIdShape(order), 16)
            : null;
}
