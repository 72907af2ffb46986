using System.Collections.Immutable;
using System.Globalization;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using FormatKit.Generators.Parsing;

namespace FormatKit.Generators.Planning;

internal sealed partial class ChecksumPlanner
{
    /// <summary>The start that stands for the field itself instead of bytes of the layout.</summary>
    private const int SelfStart = -1;

    private List<(int Start, int End)> Ranges(ChecksumDraft draft)
    {
        if (draft.Over is not { } over)
        {
            return draft is { External: not null, Length: null } ? [] : [(0, _size)];
        }

        var ranges = new List<(int Start, int End)>();
        for (var index = 0; index < over.Count; index++)
        {
            if (Range(draft, over[index], index) is { } range)
            {
                ranges.Add(range);
            }
        }

        return ranges;
    }

    private (int Start, int End)? Range(ChecksumDraft draft, string text, int index)
    {
        var place = draft.Directive.NamedLocation("Over", index);
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (first, last) = dots < 0 ? (text, text) : (text.Substring(0, dots), text.Substring(dots + 2));
        if (dots >= 0 && Offset(first) is { } start && Offset(last) is { } end)
        {
            return Bounded(draft, text, place, start, end);
        }

        foreach (var name in new[] { first, last })
        {
            if (IndexOf(name) >= 0)
            {
                continue;
            }

            if (Offset(name) is not null)
            {
                var form = "write a field, two fields as in \"First..Last\", or two offsets as in \"0..92\"";
                Report(DiagnosticTable.ChecksumRange, place, draft.Field, text, form);
            }
            else
            {
                Report(DiagnosticTable.UnknownChecksumField, place, draft.Field, name, _layout);
            }

            return null;
        }

        var (from, to) = (_fields[IndexOf(first)], _fields[IndexOf(last)]);
        return Bounded(draft, text, place, from.Offset, to.Offset + to.Width);
    }

    private (int Start, int End)? Bounded(ChecksumDraft draft, string text, LocationInfo place, long start, long end)
    {
        var fault = end <= start
            ? "it ends before it begins; write the first field or offset first"
            : end > _size ? $"'{_layout}' has {_size.ToString(CultureInfo.InvariantCulture)} bytes" : null;
        if (fault is null)
        {
            return ((int)start, (int)end);
        }

        Report(DiagnosticTable.ChecksumRange, place, draft.Field, text, fault);
        return null;
    }

    private static long? Offset(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;

    /// <summary>What is summed, as starts and ends, with the field's own bytes apart.</summary>
    private static IEnumerable<(int Start, int Length)> Pieces(
        FieldModel field, string self, IEnumerable<(int Start, int End)> ranges)
    {
        var (own, ownEnd) = (field.Offset, field.Offset + field.Width);
        foreach (var (start, end) in ranges)
        {
            var (before, after) = (Math.Min(end, own), Math.Max(start, ownEnd));
            if (before > start)
            {
                yield return (start, before - start);
            }

            var within = Math.Min(end, ownEnd) - Math.Max(start, own);
            if (within > 0 && self != "Excluded")
            {
                yield return (SelfStart, within);
            }

            if (end > after)
            {
                yield return (after, end - after);
            }
        }
    }

    private static ImmutableArray<int> Flat(IEnumerable<(int, int)> pairs) =>
        [.. pairs.SelectMany(pair => new[] { pair.Item1, pair.Item2 })];
}
