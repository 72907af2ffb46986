using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class RecordParser
{
    /// <summary>The fields that are summed, one range after the other; null where one is wrong.</summary>
    private EquatableArray<RecordRangeModel>? ParseRanges(int index, FieldContext context, Annotation directive)
    {
        if (Texts(directive, "Over") is { } over)
        {
            var ranges = ParseOver(context, directive.NamedLocation("Over"), over);
            return ranges is { } covered && RefuseExcept(context, directive, covered) ? null : ranges;
        }

        if (Texts(directive, "Except") is { } except)
        {
            return ParseExcept(context, directive.NamedLocation("Except"), except);
        }

        // Something is half typed there.
        _isUnfinished |= directive.HasNamed("Over") || directive.HasNamed("Except");
        return new[] { new RecordRangeModel(-1, -1) }.ToImmutableArray();
    }

    private static List<string>? Texts(Annotation directive, string name) =>
        directive.Named(name) is { Kind: TypedConstantKind.Array, IsNull: false } texts
        && texts.Values.All(value => value.Value is string)
            ? texts.Values.Select(value => (string)value.Value!).ToList()
            : null;

    private EquatableArray<RecordRangeModel>? ParseOver(FieldContext context, LocationInfo location, List<string> over)
    {
        var ranges = over.Select(text => ParseRange(context, location, text)).ToList();
        if (over.Count == 0)
        {
            Report(DiagnosticTable.RecordChecksum, location, context.Name, "it covers nothing");
            return null;
        }

        return ranges.All(range => range is not null)
            ? ranges.OfType<RecordRangeModel>().ToImmutableArray()
            : null;
    }

    /// <summary>A field, or the fields from one to another; <c>..</c> is all of them.</summary>
    private RecordRangeModel? ParseRange(FieldContext context, LocationInfo location, string text)
    {
        var split = text.IndexOf("..", StringComparison.Ordinal);
        var from = split < 0 ? text : text.Substring(0, split);
        var to = split < 0 ? text : text.Substring(split + 2);
        var first = split >= 0 && from.Length == 0 ? -1 : Covered(context, location, from);
        var last = first is null ? null : split >= 0 && to.Length == 0 ? -1 : Covered(context, location, to);
        if (first is null || last is null)
        {
            return null;
        }

        if (last >= 0 && first > last)
        {
            Report(DiagnosticTable.RecordChecksum, location, context.Name, $"'{to}' stands before '{from}'");
            return null;
        }

        return new RecordRangeModel(first.Value, last.Value);
    }

    /// <summary>What is left of the record without some fields.</summary>
    private EquatableArray<RecordRangeModel>? ParseExcept(
        FieldContext context, LocationInfo location, List<string> except)
    {
        var found = except.Select(name => Covered(context, location, name)).ToList();
        if (found.Any(field => field is null))
        {
            return null;
        }

        var ranges = ImmutableArray.CreateBuilder<RecordRangeModel>();
        var next = 0;
        foreach (var left in found.OfType<int>().Distinct().OrderBy(field => field))
        {
            if (left > next)
            {
                ranges.Add(new RecordRangeModel(next == 0 ? -1 : next, left - 1));
            }

            next = left + 1;
        }

        if (next < _fields.Count)
        {
            ranges.Add(new RecordRangeModel(next == 0 ? -1 : next, -1));
        }

        if (ranges.Count > 0)
        {
            return ranges.ToImmutable();
        }

        Report(DiagnosticTable.RecordChecksum, location, context.Name, "it covers nothing");
        return null;
    }

    private int? Covered(FieldContext context, LocationInfo location, string name)
    {
        var index = _fields.FindIndex(field => field.Name == name && field.Kind != "Tag");
        if (index >= 0)
        {
            return index;
        }

        Report(DiagnosticTable.RecordChecksum, location, context.Name, $"'{name}' is no field of '{_type.Name}'");
        return null;
    }
}
