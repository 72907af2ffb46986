using System.Globalization;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Locking;

/// <summary>Says how the checksums of a field are computed.</summary>
internal static class ChecksumListing
{
    public static IEnumerable<string> Words(FieldModel field) => field.Checksums.Select(checksum =>
        $"checksum {checksum.Name}{Over(checksum)}{Self(checksum)}{Outside(checksum)}{Choice(checksum)}");

    private static string Over(ChecksumModel checksum)
    {
        if (checksum.IsWhole)
        {
            return string.Empty;
        }

        var ends = checksum.Ranges.Select(Text).ToList();
        var ranges = Enumerable.Range(0, ends.Count / 2).Select(index => $"{ends[2 * index]}..{ends[(2 * index) + 1]}");
        return ends.Count == 0 ? string.Empty : $" over {string.Join("+", ranges)}";
    }

    private static string Self(ChecksumModel checksum) => checksum.Self switch
    {
        "Zero" => string.Empty,
        "Filled" => $" itself 0x{checksum.Fill.ToString("X2", CultureInfo.InvariantCulture)}",
        var self => $" itself {self}",
    };

    private static string Outside(ChecksumModel checksum) =>
        (checksum.Length is { } length ? $" length in field {Text(length)}" : null)
        + (checksum.External is { } region ? $" and region {Text(region)}" : null);

    private static string Choice(ChecksumModel checksum) => checksum.When is { } field
        ? $" when field {Text(field)} is 0x{checksum.Is.ToString("X", CultureInfo.InvariantCulture)}"
        : string.Empty;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
