using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    /// <summary>
    /// The fields that no range covers and nobody leaves out on purpose. A count or length that is wrong changes what
    /// is summed, and what has one legal value is judged alone: both are seen without a checksum.
    /// </summary>
    private void SuggestCover()
    {
        var directives = _contexts.Select(context => context.Find("Checksum")).ToList();
        var first = directives.FindIndex(found => found is not null && found.HasNamed("Over"));
        if (first < 0)
        {
            return;
        }

        var known = new HashSet<string>(directives.SelectMany(found =>
            found is null ? [] : Texts(found, "Except") ?? []));
        var names = _fields
            .Where((field, index) => IsSeenOnlyByChecksums(field) && !known.Contains(field.Name)
                && !_fields.Any(other => other.Checksum is { } sum && sum.Ranges.Any(range => range.Holds(index))))
            .Select(field => field.Name).ToList();
        if (names.Count > 0)
        {
            _warnings.Add(new DiagnosticInfo(
                DiagnosticTable.NotCovered, directives[first]!.NamedLocation("Over"),
                ImmutableArray.Create(
                    _fields[first].Name, CodeNames.List(names),
                    string.Join(", ", names.Select(name => $"nameof({CodeNames.Escape(name)})")))));
        }
    }

    private static bool IsSeenOnlyByChecksums(RecordFieldModel field) =>
        field is { Checksum: null, Kind: not "Tag", Value: null or { Magic: null, Constant: null } }
        && (field.Target < 0 || field.TargetRole == "TagOf");

    /// <summary>Refuses to cover what is left out, and to leave out what there is not.</summary>
    private bool RefuseExcept(FieldContext context, Annotation directive, EquatableArray<RecordRangeModel> ranges)
    {
        var isRefused = false;
        foreach (var name in Texts(directive, "Except") ?? [])
        {
            var index = Covered(context, directive.NamedLocation("Except"), name);
            isRefused |= index is null;
            if (index is { } found && ranges.Any(range => range.Holds(found)))
            {
                isRefused = true;
                Report(
                    DiagnosticTable.ChecksumArguments, directive.NamedLocation("Except"), context.Name,
                    $"'{name}' both in Over and in Except; leave it out of one");
            }
        }

        return isRefused;
    }
}
