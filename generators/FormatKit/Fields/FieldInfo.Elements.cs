using System.Globalization;
using System.Text;

namespace FormatKit;

public sealed partial class FieldInfo
{
    private const int RunsShown = 8;

    /// <summary>
    /// An array of integers in words: each element as <see cref="Describe"/> has it, equal neighbours once with their
    /// number, and no more than the first few.
    /// </summary>
    /// <param name="layout">The bytes of the layout that holds the field.</param>
    internal string DescribeElements(ReadOnlySpan<byte> layout)
    {
        var element = Element!;
        var bytes = layout.Slice(Offset, Width);
        if (!bytes.ContainsAnyExcept((byte)0))
        {
            return FieldWords.AllZero;
        }

        var words = new StringBuilder();
        var runs = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var run = Run(bytes[at..], element.Width);
            if (runs++ == RunsShown)
            {
                return words.Append(CultureInfo.InvariantCulture, $", … ({Count} in all)").ToString();
            }

            words.Append(at == 0 ? "" : ", ").Append(element.DescribeAny(bytes[at..]));
            _ = run == 1 ? words : words.Append(CultureInfo.InvariantCulture, $" (× {run})");
            at += run * element.Width;
        }

        return words.ToString();
    }

    /// <summary>How many elements at the start are the same.</summary>
    private static int Run(ReadOnlySpan<byte> bytes, int width)
    {
        var run = 1;
        while ((run + 1) * width <= bytes.Length && bytes.Slice(run * width, width).SequenceEqual(bytes[..width]))
        {
            run++;
        }

        return run;
    }

    private string DescribeAny(ReadOnlySpan<byte> layout) =>
        ReadInteger(layout) is { } integer ? Describe(integer) : Convert.ToHexStringLower(layout.Slice(Offset, Width));
}
