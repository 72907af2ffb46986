using System.Globalization;

namespace FormatKit;

internal static partial class SchemaFacts
{
    /// <summary>What a field of a record means, how much of it there is, when it is there, and its rules, on one
    /// line.</summary>
    public static string MeaningOf(RecordInfo record, RecordFieldInfo field) => OneLine(string.Join("; ",
        new[] { field.Doc?.TrimEnd('.'), field is { Value: { } value, LengthOf: null } ? UnitOf(value) : null }
            .Concat(field.Value is null ? [] : RulesOf(null, field.Value))
            .Concat(RulesOf(record, field))
            .Where(words => !string.IsNullOrEmpty(words))));

    /// <summary>The number that stands right before a field; null where there is none.</summary>
    public static FieldInfo? PrefixOf(RecordFieldInfo field) => field.Extent.Kind == RecordExtentKind.Prefix
        ? new FieldInfo
        {
            Name = $"{field.Name} ({(field.Extent.InBytes ? "length" : "count")})",
            Offset = 0,
            Width = field.Extent.PrefixWidth,
            Kind = FieldKind.Unsigned,
            Order = field.Extent.PrefixOrder,
            Role = FieldRole.Measure,
        }
        : null;

    private static IEnumerable<string> RulesOf(RecordInfo record, RecordFieldInfo field)
    {
        if (field.CountOf is { } array)
        {
            yield return $"counts {array}";
        }

        if (field.LengthOf is { } measured)
        {
            yield return $"counts the bytes of {measured}";
        }

        if (field.TagOf is { } variant)
        {
            yield return $"tells what {variant} is";
        }

        if (field.Extent.Kind is not (RecordExtentKind.Own or RecordExtentKind.Fixed or RecordExtentKind.Until))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"at most {field.Extent.Max} {(field.Extent.InBytes ? "bytes" : "elements")}");
        }

        if (field.Extent.Until is not null)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"at most {field.Extent.UntilMax} elements");
        }

        if (field.Reserved is { } policy and not ReservedPolicy.Preserve)
        {
            yield return policy == ReservedPolicy.MustBeZero ? "must be zero" : "written as zero";
        }

        if (field.Checksum is { } checksum)
        {
            var covered = string.Join(", ", checksum.Ranges);
            yield return $"{checksum.Algorithm} of {covered}{Itself(checksum.Self, checksum.Fill)}";
        }

        if (field.Condition is { } condition)
        {
            var words = record.Find(condition.Member)!.Describe(condition.Value);
            yield return $"there when {condition with { Words = condition.Words ?? words }}";
        }
    }
}
