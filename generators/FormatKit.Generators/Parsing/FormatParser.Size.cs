using FormatKit.Generators.Diagnostics;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    // The most that the run time accepts for an inline array.
    private const int MaximumSize = 1 << 20;

    private int? ParseSize()
    {
        if (!_layout.TryGetInt32(0, out var size))
        {
            _isUnfinished = true;
            return null;
        }

        if (size is < 1 or > MaximumSize)
        {
            Report(
                DiagnosticTable.SizeOutOfRange, _layout.ArgumentLocation(0), _type.Name, Text(size), Text(MaximumSize));
            return null;
        }

        return size;
    }

    /// <summary>The length or count that a directive gives, times the bytes of an element.</summary>
    private int? ParseLength(FieldContext field, Annotation directive, string unit, int elementSize = 1)
    {
        if (!directive.TryGetInt32(0, out var length))
        {
            _isUnfinished = true;
            return null;
        }

        if (length < 1 || (long)length * elementSize > MaximumSize)
        {
            Report(
                DiagnosticTable.LengthOutOfRange, directive.ArgumentLocation(0),
                field.Name, Text(length), unit, Text(MaximumSize));
            return null;
        }

        return length;
    }

    private static string Text(IFormattable number) =>
        number.ToString(null, System.Globalization.CultureInfo.InvariantCulture);
}
