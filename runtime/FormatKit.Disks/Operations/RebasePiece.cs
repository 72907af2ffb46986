using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>A run of guest bytes of an image that is to have another parent.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="Length">How many.</param>
/// <param name="IsSettled">Whether the guest sees the same with either parent, which is known without reading.</param>
/// <param name="IsZero">Whether it is known to be zeros now.</param>
/// <param name="BecomesZero">Whether the other parent is known to have zeros there.</param>
internal readonly record struct RebasePiece(long Start, long Length, bool IsSettled, bool IsZero, bool BecomesZero)
{
    private long End => Start + Length;

    /// <summary>An image as pieces in order. What is settled is as long as it is, the rest is cut at multiples of
    /// <paramref name="longest"/>.</summary>
    /// <param name="image">The image, with the parent that it has.</param>
    /// <param name="parent">The other parent; null for none.</param>
    /// <param name="areSame">Whether two layers are one file.</param>
    /// <param name="longest">The longest piece.</param>
    public static IEnumerable<RebasePiece> Of(
        DiskImage image, DiskImage? parent, Func<DiskImage, DiskImage, bool> areSame, int longest)
    {
        DiskImage[] layers = [.. image.Layers()];
        DiskImage[] others = parent is null ? [] : [.. parent.Layers()];
        var same = new bool[layers.Length, others.Length];
        for (var at = 0; at < same.Length; at++)
        {
            var (layer, other) = (at / others.Length, at % others.Length);
            same[layer, other] = layer > 0 && areSame(layers[layer], others[other]);
        }

        using var after = Below(parent, image.Length).GetEnumerator();
        foreach (var before in image.Map(0, image.Length))
        {
            for (var at = before.Start; at < before.End;)
            {
                while (after.Current.End <= at && after.MoveNext())
                {
                }

                var length = Math.Min(before.End, after.Current.End) - at;
                var piece = Compare(before, after.Current, same) with { Start = at, Length = length };
                foreach (var part in piece.IsSettled ? [piece] : piece.CutAt(longest))
                {
                    yield return part;
                }

                at += length;
            }
        }
    }

    private static RebasePiece Compare(in MapEntry before, in MapEntry after, bool[,] same)
    {
        var isHere = before is { Depth: 0, Offset: not null };
        var isOfOneFile = before is { Data: true, Offset: not null } && after is { Data: true, Offset: not null }
            && same[before.Depth, after.Depth]
            && before.Offset - before.Start == after.Offset - after.Start;
        return new RebasePiece(
            0, 0, isHere || isOfOneFile || (before.Zero && after.Zero), before.Zero, after.Zero);
    }

    private IEnumerable<RebasePiece> CutAt(int longest)
    {
        for (var at = Start; at < End;)
        {
            var length = Math.Min(End - at, longest - (at % longest));
            yield return this with { Start = at, Length = length };
            at += length;
        }
    }

    /// <summary>What a parent shows to a child, which may be longer.</summary>
    private static IEnumerable<MapEntry> Below(DiskImage? parent, long length)
    {
        var has = Math.Min(parent?.Length ?? 0, length);
        foreach (var entry in parent is null ? [] : parent.Map(0, has))
        {
            yield return entry;
        }

        yield return new MapEntry(has, length - has, Data: false, Zero: true, Offset: null);
    }
}
