using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using FormatKit.Generators.Parsing;

namespace FormatKit.Generators.Planning;

internal sealed partial class ChecksumPlanner
{
    /// <summary>The checksum fields, each after those that it covers.</summary>
    private ImmutableArray<int> Order(ImmutableArray<FieldModel> fields, IReadOnlyList<ChecksumDraft> drafts)
    {
        var order = ImmutableArray.CreateBuilder<int>();
        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index].Checksums.Count > 0 && !Visit(fields, index, [], order, drafts))
            {
                break;
            }
        }

        return order.ToImmutable();
    }

    private bool Visit(
        ImmutableArray<FieldModel> fields,
        int index,
        ImmutableList<int> path,
        ICollection<int> order,
        IReadOnlyList<ChecksumDraft> drafts)
    {
        if (order.Contains(index))
        {
            return true;
        }

        if (path.IndexOf(index) is var start and >= 0)
        {
            var cycle = path.Skip(start).Append(index).Select(step => fields[step].Property.Name).ToList();
            var draft = drafts.First(draft => draft.Field == cycle[0]);
            Report(
                DiagnosticTable.ChecksumCycle, draft.Directive.Location(), cycle[0],
                string.Join(" covers ", cycle));
            return false;
        }

        for (var other = 0; other < fields.Length; other++)
        {
            if (other != index && fields[other].Checksums.Count > 0
                && (fields[index].Condition?.Member == fields[other].Property.Name
                    || Needs(fields[index], fields[other], other))
                && !Visit(fields, other, path.Add(index), order, drafts))
            {
                return false;
            }
        }

        order.Add(index);
        return true;
    }

    private static bool Needs(FieldModel field, FieldModel other, int index)
    {
        foreach (var checksum in field.Checksums)
        {
            if (checksum.When == index)
            {
                return true;
            }

            for (var range = 0; range < checksum.Ranges.Count; range += 2)
            {
                if (checksum.Ranges[range] < other.Offset + other.Width && checksum.Ranges[range + 1] > other.Offset)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
