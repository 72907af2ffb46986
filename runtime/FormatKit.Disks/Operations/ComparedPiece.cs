using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>A run of guest bytes of two disks, and which of them are known to be zero there.</summary>
internal readonly record struct ComparedPiece(long Start, long Length, bool FirstIsZero, bool SecondIsZero)
{
    /// <summary>Both disks as pieces in order, up to the end of the longer; behind the end of the shorter are zeros.
    /// What is zero in both is one piece, the rest is cut to <paramref name="longest"/> bytes.</summary>
    public static IEnumerable<ComparedPiece> Of(DiskImage first, DiskImage second, int longest)
    {
        var end = Math.Max(first.Length, second.Length);
        using var firstRuns = Runs(first, end).GetEnumerator();
        using var secondRuns = Runs(second, end).GetEnumerator();
        for (var at = 0L; at < end;)
        {
            Advance(firstRuns, at);
            Advance(secondRuns, at);
            var length = Math.Min(firstRuns.Current.End, secondRuns.Current.End) - at;
            var bothAreZero = firstRuns.Current.Zero && secondRuns.Current.Zero;
            length = bothAreZero ? length : Math.Min(length, longest);
            yield return new ComparedPiece(at, length, firstRuns.Current.Zero, secondRuns.Current.Zero);
            at += length;
        }
    }

    private static void Advance(IEnumerator<MapEntry> runs, long to)
    {
        while (runs.Current.End <= to && runs.MoveNext())
        {
        }
    }

    private static IEnumerable<MapEntry> Runs(DiskImage image, long end)
    {
        foreach (var entry in image.Map(0, image.Length))
        {
            yield return entry;
        }

        yield return new MapEntry(image.Length, end - image.Length, Data: false, Zero: true, Offset: null);
    }
}
