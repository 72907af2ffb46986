using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseText(FieldContext field)
    {
        if (Demand(field, "Text", "[Text(length, TextEncoding.…)]") is not { } text
            || ParseLength(field, text, "bytes") is not { } length
            || ParseMember(text, 1, field.Name) is not { } encoding
            || ParseNamedMember(text, "Padding", "Nul", field.Name) is not { } padding)
        {
            return null;
        }

        if (encoding.StartsWith("Utf16", StringComparison.Ordinal) && length % 2 != 0)
        {
            Report(DiagnosticTable.OddTextLength, text.ArgumentLocation(0), field.Name, Text(length));
            return null;
        }

        return (new TextShape(encoding, padding), length);
    }
}
