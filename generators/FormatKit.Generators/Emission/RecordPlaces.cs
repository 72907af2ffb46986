using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

/// <summary>Which variables of generated code say where fields start and end.</summary>
internal sealed class RecordPlaces(RecordModel record)
{
    /// <summary>The first field of the run that a field stands in.</summary>
    public int RunOf(int index)
    {
        while (index > 0 && record.Fields[index - 1].IsPlain)
        {
            index--;
        }

        return index;
    }

    /// <summary>The field after a run.</summary>
    public int EndOfRun(int first)
    {
        while (first < record.Fields.Count && record.Fields[first].IsPlain)
        {
            first++;
        }

        return first;
    }

    public int WidthOfRun(int first) =>
        record.Fields.Skip(first).Take(EndOfRun(first) - first).Sum(field => field.Width);

    public int OffsetInRun(int index)
    {
        var first = RunOf(index);
        return record.Fields.Skip(first).Take(index - first).Sum(field => field.Width);
    }

    public string Start(int index) =>
        record.Fields[index].IsPlain ? $"at{RunOf(index)} + {OffsetInRun(index)}" : $"at{index}";

    public string End(int index) => record.Fields[index].IsPlain
        ? $"at{RunOf(index)} + {OffsetInRun(index) + record.Fields[index].Width}"
        : $"end{index}";

    public bool NeedsEnd(int index) => record.Fields.Any(field =>
        field.Checksum is { } sum && sum.Ranges.Any(range => range.Last == index));
}
