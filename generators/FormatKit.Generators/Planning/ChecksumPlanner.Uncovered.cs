using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using FormatKit.Generators.Parsing;

namespace FormatKit.Generators.Planning;

internal sealed partial class ChecksumPlanner
{
    /// <summary>
    /// The fields that the ranges of the checksums leave out without saying so: not those that hold a checksum, and not
    /// those with one legal value, which are judged alone.
    /// </summary>
    private IEnumerable<DiagnosticInfo> Uncovered(
        ImmutableArray<FieldModel> fields, IReadOnlyList<ChecksumDraft> drafts)
    {
        var first = drafts.FirstOrDefault(draft => draft.Over is not null);
        if (first is null)
        {
            yield break;
        }

        var known = new HashSet<string>(drafts.SelectMany(draft => draft.Except ?? []));
        var covered = new bool[_size];
        foreach (var ranges in fields.SelectMany(field => field.Checksums).Select(checksum => checksum.Ranges))
        {
            for (var pair = 0; pair < ranges.Count; pair += 2)
            {
                for (var place = ranges[pair]; place < ranges[pair + 1]; place++)
                {
                    covered[place] = true;
                }
            }
        }

        var names = fields
            .Where(field => field is { Checksums.Count: 0, Magic: null, Constant: null }
                && !known.Contains(field.Property.Name)
                && Enumerable.Range(field.Offset, field.Width).Any(place => !covered[place]))
            .Select(field => field.Property.Name).ToList();
        if (names.Count > 0)
        {
            yield return new DiagnosticInfo(
                DiagnosticTable.NotCovered,
                first.Directive.NamedLocation("Over"),
                ImmutableArray.Create(
                    first.Field,
                    CodeNames.List(names),
                    string.Join(", ", names.Select(name => $"nameof({CodeNames.Escape(name)})"))));
        }
    }

    /// <summary>What is left of the layout without the fields that a checksum leaves out.</summary>
    private List<(int Start, int End)> Without(IEnumerable<FieldModel> left)
    {
        var ranges = new List<(int Start, int End)>();
        var start = 0;
        foreach (var field in left.OrderBy(field => field.Offset))
        {
            if (field.Offset > start)
            {
                ranges.Add((start, field.Offset));
            }

            start = field.Offset + field.Width;
        }

        if (start < _size)
        {
            ranges.Add((start, _size));
        }

        return ranges;
    }

    /// <summary>The fields that a checksum leaves out on purpose; those that there are.</summary>
    private List<FieldModel> Except(ChecksumDraft draft)
    {
        var left = new List<FieldModel>();
        for (var index = 0; index < (draft.Except?.Count ?? 0); index++)
        {
            var name = draft.Except![index];
            if (IndexOf(name) is >= 0 and var found)
            {
                left.Add(_fields[found]);
            }
            else
            {
                Report(
                    DiagnosticTable.UnknownChecksumField, draft.Directive.NamedLocation("Except", index),
                    draft.Field, name, _layout);
            }
        }

        return left;
    }

    /// <summary>Refuses to cover what is left out.</summary>
    private void RefuseCoveredExcept(
        ChecksumDraft draft, IReadOnlyList<FieldModel> left, IReadOnlyList<(int Start, int End)> ranges)
    {
        foreach (var field in left)
        {
            if (ranges.Any(range => range.Start < field.Offset + field.Width && range.End > field.Offset))
            {
                Report(
                    DiagnosticTable.ChecksumArguments, draft.Directive.NamedLocation("Except"), draft.Field,
                    $"'{field.Property.Name}' both in Over and in Except; leave it out of one");
            }
        }
    }
}
