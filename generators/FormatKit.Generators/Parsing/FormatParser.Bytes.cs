using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseBytes(FieldContext field) =>
        Demand(field, "Bytes", "[Bytes(length)] or [Reserved(length)]") is { } bytes
        && ParseLength(field, bytes, "bytes") is { } length
            ? (new BytesShape(), length)
            : null;
}
