using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>
/// Makes the file of an image smaller, in place: units that have nothing but zeros are dropped where the guest then
/// sees zeros all the same, units at the end of the file are moved into gaps, and what is behind the last one is cut off.
/// </summary>
/// <remarks>
/// At every moment the image is whole and its guest's: a unit is copied to where nothing points, that is made durable,
/// the tables point there, and when that is durable its old place is free; for many units with the same two barriers.
/// Killed at any moment and run again it completes.
/// </remarks>
public static class CompactOperation
{
    /// <summary>Units that are chosen at once: the file is looked over anew behind them.</summary>
    private const int UnitsPerRound = 1 << 18;

    /// <summary>Units of which a dry run says where they would be; where more would be moved, it says how much would be
    /// won at least.</summary>
    private const int MostForeseen = 1 << 20;

    private const int BufferLength = 1 << 20;

    /// <summary>Makes an image smaller, or says what that would do.</summary>
    /// <param name="image">The image, open for writing unless this is a dry run, with its parents. Nobody may write to
    /// it meanwhile.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops between two units; what was done by then stays.</param>
    /// <exception cref="ImageException">The image allocates nothing that could be dropped or moved, or is
    /// damaged.</exception>
    /// <exception cref="IOException">The host failed, or has no room for the units that are on their way.</exception>
    public static CompactResult Run(DiskImage image, CompactOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(options);
        var place = image.Mover?.UnitPlace ?? throw new ImageException(
            image.Name, "this kind of image allocates nothing, so there is nothing to drop or move",
            "'fkit convert' makes one that does");
        if (!options.DryRun)
        {
            if (!image.CanWrite)
            {
                throw new ImageException(image.Name, "the image is open for reading only");
            }

            image.Flush();
        }

        var before = image.Store.Length;
        var empty = EmptyUnits.Find(image, options, cancellation);
        if (options.DryRun)
        {
            return Foresee(image, empty, place);
        }

        var dropped = empty.Units().LongCount(unit => Drop(image, unit, cancellation));
        var moved = 0L;
        int inRound;
        do
        {
            image.Flush();
            inRound = MoveSome(image, place, options, cancellation);
            moved += inRound;
        }
        while (inRound == UnitsPerRound);

        image.CutEnd();
        return new CompactResult(dropped, moved, before, image.Store.Length);
    }

    private static bool Drop(DiskImage image, long unit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return image.DropUnit(unit);
    }

    private static CompactResult Foresee(DiskImage image, EmptyUnits empty, UnitPlace place)
    {
        var before = image.Store.Length;
        var map = UnitMap.Of(image.Regions(), before, MostForeseen, empty.Contains);
        UnitMove[] moves = [.. map.Moves(place)];
        var after = image.EndOf(map.EndAfter(moves, place));
        return new CompactResult(empty.Count, moves.Length, before, Math.Min(before, after));
    }

    /// <returns>How many were moved.</returns>
    private static int MoveSome(
        DiskImage image, UnitPlace place, CompactOptions options, CancellationToken cancellation)
    {
        var moves = UnitMove.InFileOrder(image.SurveyUnits(UnitsPerRound).Moves(place), place);
        var batch = (int)Math.Clamp(options.BatchBytes / place.Length, 1, UnitsPerRound);
        foreach (var together in moves.Chunk(batch))
        {
            ParallelPieces.Run(
                together, options.Workers, static () => GC.AllocateUninitializedArray<byte>(BufferLength, pinned: true),
                (move, buffer) => image.MoveUnit(move, place, buffer), cancellation);
            image.Flush();
        }

        return moves.Length;
    }
}
