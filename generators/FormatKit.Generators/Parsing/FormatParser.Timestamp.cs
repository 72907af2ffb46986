using System.Globalization;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private (FieldShape Shape, int Width)? ParseTimestamp(FieldContext field)
    {
        if (Demand(field, "Timestamp", "[Timestamp(\"yyyy-MM-dd\")] with its epoch") is not { } directive)
        {
            return null;
        }

        if (!directive.TryGetText(0, out var text))
        {
            return Unfinished();
        }

        // The last second of 32 bits must still be a date: 136 years and some days before the year 10000.
        if (!DateTime.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var epoch)
            || epoch > new DateTime(9863, 1, 1))
        {
            Report(DiagnosticTable.NotADate, directive.ArgumentLocation(0), field.Name, text);
            return null;
        }

        return (new TimestampShape(ParseEndian(field), epoch.Ticks, text), 4);
    }
}
