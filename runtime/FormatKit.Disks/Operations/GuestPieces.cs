using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>A disk cut into pieces for several workers.</summary>
internal static class GuestPieces
{
    /// <summary>
    /// The map of a disk as pieces in order: what is zero as it is, data cut at multiples of
    /// <paramref name="length"/> so that no two workers write into one block of a usual target.
    /// </summary>
    public static IEnumerable<MapEntry> Of(DiskImage image, int length) => Of(image.Map(0, image.Length), length);

    /// <summary>The same of a part of a map.</summary>
    public static IEnumerable<MapEntry> Of(IEnumerable<MapEntry> map, int length)
    {
        foreach (var entry in map)
        {
            if (entry.Zero)
            {
                yield return entry;
                continue;
            }

            for (var at = entry.Start; at < entry.End;)
            {
                var part = Math.Min(entry.End - at, length - (at % length));
                yield return entry with { Start = at, Length = part };
                at += part;
            }
        }
    }
}
