using System.Numerics;

namespace FormatKit.Formats.Vhd;

/// <summary>
/// The sector bitmap of a block: one bit a sector, the most significant bit first, set when the sector is in this
/// file.
/// </summary>
public static class VhdSectorBitmap
{
    /// <summary>Whether a sector's bit is set.</summary>
    public static bool IsSet(ReadOnlySpan<byte> bitmap, int sector) =>
        (bitmap[sector >> 3] & (0x80 >> (sector & 7))) != 0;

    /// <summary>
    /// The length of the run of equal bits that starts at a sector, at most <paramref name="limit"/>.
    /// </summary>
    public static int RunAt(ReadOnlySpan<byte> bitmap, int sector, int limit)
    {
        var set = IsSet(bitmap, sector);
        var end = sector + limit;
        var at = sector;
        while (at < end && (at & 7) != 0)
        {
            if (IsSet(bitmap, at) != set)
            {
                return at - sector;
            }

            at++;
        }

        if (at < end)
        {
            var bytes = bitmap[(at >> 3)..((end + 7) >> 3)];
            var equal = bytes.IndexOfAnyExcept(set ? (byte)0xFF : (byte)0);
            at = equal < 0
                ? end
                : Math.Min(end, at + (equal * 8) + BitOperations.LeadingZeroCount(FirstDifference(bytes[equal], set)));
        }

        return at - sector;
    }

    /// <summary>Sets the bits of <paramref name="count"/> sectors.</summary>
    public static void Set(Span<byte> bitmap, int sector, int count)
    {
        for (var end = sector + count; sector < end;)
        {
            if ((sector & 7) == 0 && end - sector >= 8)
            {
                var whole = (end - sector) >> 3;
                bitmap.Slice(sector >> 3, whole).Fill(0xFF);
                sector += whole * 8;
            }
            else
            {
                bitmap[sector >> 3] |= (byte)(0x80 >> (sector & 7));
                sector++;
            }
        }
    }

    private static uint FirstDifference(byte bits, bool set) => (uint)(set ? (byte)~bits : bits) << 24;
}
