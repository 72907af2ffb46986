using System.Globalization;

namespace FormatKit;

/// <summary>What the exports say of a field in words, and numbers as they write them.</summary>
internal static partial class SchemaFacts
{
    /// <summary>What a field means, its unit and its rules, on one line.</summary>
    public static string MeaningOf(LayoutInfo layout, FieldInfo field) => OneLine(string.Join("; ",
        new[] { field.Doc?.TrimEnd('.'), UnitOf(field) }
            .Concat(RulesOf(layout, field))
            .Where(words => !string.IsNullOrEmpty(words))));

    /// <summary>A text on one line.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Trim().Select(character => char.IsControl(character) ? ' ' : character));

    /// <summary>The rules of a field, each as a phrase.</summary>
    private static IEnumerable<string> RulesOf(LayoutInfo? layout, FieldInfo field)
    {
        if (field.Fixed is { } only)
        {
            yield return $"is {field.Describe(only)}";
        }

        if (field.NullValue is { } none)
        {
            yield return $"{Hex(none, field.Width)} means none";
        }

        if (field.Minimum is { } minimum && field.Maximum is { } maximum)
        {
            yield return field.Kind == FieldKind.Signed
                ? $"from {(long)minimum} to {(long)maximum}"
                : $"from {minimum} to {maximum}";
        }

        if (field.IsPowerOfTwo)
        {
            yield return "a power of two";
        }

        if (field.OneOf.Count > 0)
        {
            yield return "one of " + string.Join(", ", field.OneOf);
        }

        if (field.RequiredBits != 0)
        {
            yield return $"has bits {Hex(field.RequiredBits, field.Width)}";
        }

        if (field.KnownBits is { } known)
        {
            yield return $"no bits but {Hex(known, field.Width)}";
        }

        if (field.RejectsUnknown)
        {
            yield return "no other values";
        }

        if (field.ReservedPolicy != ReservedPolicy.Preserve)
        {
            yield return field.ReservedPolicy == ReservedPolicy.MustBeZero ? "must be zero" : "written as zero";
        }

        foreach (var checksum in layout is null ? [] : field.Checksums)
        {
            yield return Checksum(layout!, checksum);
        }

        if (field.Condition is { } condition)
        {
            yield return $"counts when {condition}";
        }
    }

    /// <summary>What the number counts: <c>sectors of 512 bytes</c>, <c>seconds since 2000-01-01</c>.</summary>
    private static string? UnitOf(FieldInfo field) => field switch
    {
        { Kind: FieldKind.Timestamp } => string.Create(
            CultureInfo.InvariantCulture, $"{UnitOf(field.TimeUnit)} since {field.Epoch:yyyy-MM-dd}"),
        { Role: FieldRole.Position, Unit: Unit.Bytes } => "position in bytes",
        { Role: FieldRole.Position, Unit: Unit.Sectors } => "position in sectors of 512 bytes",
        { Role: FieldRole.Position, Unit: Unit.Blocks } => "position in logical blocks",
        { Unit: Unit.Blocks } => "logical blocks",
        { Unit: Unit.Bytes } => "bytes",
        { Unit: Unit.Sectors } => "sectors of 512 bytes",
        _ => null,
    };

    public static string Hex(ulong value, int width) =>
        "0x" + value.ToString("x" + (2 * Math.Min(width, 8)), CultureInfo.InvariantCulture);

    /// <summary>The bytes of a magic as they stand on disk.</summary>
    public static IEnumerable<byte> DiskBytes(FieldInfo field, ulong value)
    {
        var isBigEndian = field.FixedIsText || field.Kind == FieldKind.FourCC || field.Order == ByteOrder.BigEndian;
        for (var index = 0; index < field.Width; index++)
        {
            yield return (byte)(value >> (8 * (isBigEndian ? field.Width - 1 - index : index)));
        }
    }

    /// <summary>The one legal value of an integer as the integer reads: a text's bytes in the field's order.</summary>
    public static ulong FixedAsRead(FieldInfo field, ulong value) =>
        field.FixedIsText && field.Order == ByteOrder.LittleEndian
            ? DiskBytes(field, value).Reverse().Aggregate(0UL, (sum, b) => (sum << 8) | b)
            : value;

    private static string Checksum(LayoutInfo layout, ChecksumInfo checksum)
    {
        var ranges = checksum.Ranges.Select(range =>
        {
            var (start, length) = range.GetOffsetAndLength(layout.Size);
            return string.Create(CultureInfo.InvariantCulture, $"bytes {start} to {start + length - 1}");
        });
        var covered = checksum.LengthField is { } length ? [$"the first {length} bytes"] : ranges.ToList();
        if (checksum.External is { } external)
        {
            covered.Add($"the {external}");
        }

        var when = checksum.Condition is { } condition ? $" when {condition}" : "";
        return $"{checksum.Algorithm} of {string.Join(" and ", covered)}{Itself(checksum.Self, checksum.Fill)}{when}";
    }

    private static string Itself(ChecksumSelf self, byte fill) => self switch
    {
        ChecksumSelf.Zero => "",
        ChecksumSelf.Excluded => ", itself left out",
        ChecksumSelf.Stored => ", itself included",
        _ => $", itself as {Hex(fill, 1)}",
    };

    private static string UnitOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Seconds => "seconds",
        TimeUnit.Milliseconds => "milliseconds",
        _ => "steps of 100 ns",
    };

    /// <summary>
    /// The overlays of a field that a reader which goes from the first field to the last can tell: the tag is read
    /// before, and the field always counts. Else the bytes stay bytes.
    /// </summary>
    public static IReadOnlyList<OverlayInfo> OverlaysInOrder(LayoutInfo layout, FieldInfo field) =>
        field.Overlays.Count > 0 && field.Condition is null
            && layout.HolderOf(field.Overlays[0].Tag).Offset < field.Offset
            ? field.Overlays
            : [];
}
