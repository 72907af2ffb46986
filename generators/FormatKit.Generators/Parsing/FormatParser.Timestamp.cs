using System.Globalization;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private const string DateForm = "yyyy-MM-dd";

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

        if (ParseMember(directive, 1, field.Name) is not { } unit
            || ParseTimeWidth(field, directive, unit) is not { } width)
        {
            return null;
        }

        if (!DateTime.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var epoch))
        {
            Report(DiagnosticTable.NotADate, directive.ArgumentLocation(0), field.Name, text);
            return null;
        }

        if (LatestEpoch(unit, width) is var latest && epoch > latest)
        {
            Report(
                DiagnosticTable.EpochTooLate, directive.ArgumentLocation(0),
                field.Name, Words(unit), Text(width), text, latest.ToString(DateForm, CultureInfo.InvariantCulture));
            return null;
        }

        var inCalendar = (ulong)((DateTime.MaxValue.Ticks - epoch.Ticks) / TicksOf(unit));
        var shape = new TimestampShape(ParseEndian(field), width == 4 ? "uint" : "ulong", epoch.Ticks, text, unit)
        {
            Bytes = width is 4 or 8 ? 0 : width,
            Greatest = UnsignedMaximum(width) > inCalendar ? inCalendar : null,
        };
        return (shape, width);
    }

    private int? ParseTimeWidth(FieldContext field, Annotation directive, string unit)
    {
        if (directive.Named("Width") is not { } argument)
        {
            return unit == "Seconds" ? 4 : 8;
        }

        if (argument.Value is not int width)
        {
            _isUnfinished = true;
            return null;
        }

        if (width is < 4 or > 8)
        {
            Report(DiagnosticTable.TimeWidth, directive.NamedLocation("Width"), field.Name, Text(width));
            return null;
        }

        return width;
    }

    /// <summary>
    /// A field that counts less than a thousand years must count them all before the calendar ends with the year 9999.
    /// What the others hold beyond it is no date anyway, so they must have that time only.
    /// </summary>
    private static DateTime LatestEpoch(string unit, int width)
    {
        var thousandYears = DateTime.MaxValue.AddYears(-1000);
        var span = (decimal)UnsignedMaximum(width) * TicksOf(unit);
        return span > (DateTime.MaxValue - thousandYears).Ticks
            ? thousandYears.Date
            : DateTime.MaxValue.AddTicks(-(long)span).Date;
    }

    private static long TicksOf(string unit) => unit switch
    {
        "Seconds" => TimeSpan.TicksPerSecond,
        "Milliseconds" => TimeSpan.TicksPerMillisecond,
        _ => 1,
    };

    private static string Words(string unit) => unit switch
    {
        "Seconds" => "seconds",
        "Milliseconds" => "milliseconds",
        _ => "units of 100 ns",
    };
}
