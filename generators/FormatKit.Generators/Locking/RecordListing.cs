using System.Collections.Immutable;
using System.Globalization;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Locking;

/// <summary>
/// Says what the bytes of a record or of variants are: which fields in which order, and what says how much of each
/// there is. Fields are told by their numbers, since a name is not in the bytes; limits only judge.
/// </summary>
internal static class RecordListing
{
    public static LockedType Of(RecordModel record) => new(
        $"record {Named(record.Type.FullName)}",
        record.Align == 1 ? "as long as its fields" : $"filled up to {Text(record.Align)} bytes",
        record.Fields.Select((field, index) => new LockedField(
            Place(index), field.Width > 0 ? Text(field.Width) : LockedField.Varying, field.Name, Kind(field)))
            .ToImmutableArray());

    /// <summary>By their tags: in which order they are declared does not matter.</summary>
    public static LockedType Of(VariantsModel variants) => new(
        $"variants {Named(variants.Type.FullName)}",
        "tag " + FieldListing.Kind(variants.Tag),
        variants.Variants.OrderBy(variant => variant.Tag)
            .Select(variant => Variant($"0x{Hex(variant.Tag)}", variant.Type))
            .Concat(variants.Other is { } other ? [Variant("others", other.Type)] : [])
            .ToImmutableArray());

    private static LockedField Variant(string tag, string type) =>
        new(tag, LockedField.Varying, FieldListing.LastName(type), $"record {FieldListing.LastName(type)}");

    private static string Kind(RecordFieldModel field) => string.Join(", ", new[]
    {
        Shape(field),
        Extent(field.Extent),
        field.TaggedBy >= 0 ? $"tag in field {Text(field.TaggedBy)}" : null,
        field.Checksum is { } checksum ? Checksum(checksum) : null,
        field.Condition is { } when ? $"when field {Text(when.Member)} {Test(when.Kind)}0x{Hex(when.Value)}" : null,
        field.Align > 1 ? $"aligned to {Text(field.Align)}" : null,
    }.OfType<string>());

    private static string Shape(RecordFieldModel field) => field.Kind switch
    {
        "Value" => FieldListing.Kind(field.Value!),
        "Values" => $"elements {FieldListing.Kind(field.Value!)} of {Text(field.Value!.Width)} bytes",
        "Text" => $"text {field.Encoding}",
        "Record" => $"record {FieldListing.LastName(field.Element!)}",
        "Records" => $"elements record {FieldListing.LastName(field.Element!)}",
        "Variant" => $"variant {FieldListing.LastName(field.Element!)}",
        var kind => kind.ToLowerInvariant(),
    };

    private static string? Extent(RecordExtentModel extent)
    {
        var what = extent.InBytes ? "length" : "count";
        var plus = extent.Plus == 0 ? string.Empty : $" with {Text(extent.Plus)} more";
        var words = extent.Kind switch
        {
            "Fixed" => $"{what} {Text(extent.Count)}",
            "Field" => $"{what} in field {Text(extent.Field)}{plus}",
            "Prefix" =>
                $"{what} before it {FieldListing.Kind(extent.Prefix!)} of {Text(extent.Prefix!.Width)} bytes{plus}",
            "Terminator" => "up to a NUL",
            "Rest" => "up to the end",
            _ => null,
        };
        return extent.Until is not { } until ? words
            : $"{(words is null ? null : words + ", ")}until {until.Member} is 0x{Hex(until.Value)}";
    }

    private static string Checksum(RecordChecksumModel checksum)
    {
        var ranges = checksum.Ranges.Select(range =>
            $"{(range.First < 0 ? "start" : Text(range.First))}..{(range.Last < 0 ? "end" : Text(range.Last))}");
        var self = checksum.Self switch
        {
            "Zero" => string.Empty,
            "Filled" => $" itself 0x{checksum.Fill.ToString("X2", CultureInfo.InvariantCulture)}",
            var other => $" itself {other}",
        };
        return $"checksum {checksum.Name} over {string.Join("+", ranges)}{self}";
    }

    private static string Test(string kind) => kind switch
    {
        "Equal" => "is ",
        "HasBits" => "has ",
        "AtLeast" => "is at least ",
        _ => "is not ",
    };

    private static string Place(int index) => $"[{Text(index)}]";

    private static string Named(string name) => name.Replace("global::", string.Empty);

    private static string Hex(ulong number) => number.ToString("X", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
