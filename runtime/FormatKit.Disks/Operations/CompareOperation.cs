using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>Compares what the guests of two disks see.</summary>
public static class CompareOperation
{
    private const int PieceLength = 1 << 20;

    /// <summary>
    /// Compares two disks of any formats. What both know to be zero is not read. A longer disk equals a shorter one
    /// when the rest of it is zeros, unless <see cref="CompareOptions.Strict"/> is set.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static CompareResult Run(
        DiskImage first, DiskImage second, CompareOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(options);
        var lengthsDiffer = first.Length != second.Length;
        if (lengthsDiffer && options.Strict)
        {
            return new CompareResult(AreEqual: false, FirstDifference: null, lengthsDiffer);
        }

        var difference = long.MaxValue;
        var done = 0L;
        ParallelPieces.Run(
            PiecesUntilDifference(), options.Workers, static () => new ComparedBytes(PieceLength), Compare,
            cancellation);
        var isEqual = difference == long.MaxValue;
        return new CompareResult(isEqual, isEqual ? null : difference, lengthsDiffer);

        IEnumerable<ComparedPiece> PiecesUntilDifference() =>
            ComparedPiece.Of(first, second, PieceLength)
                .TakeWhile(piece => piece.Start < Interlocked.Read(ref difference));

        void Compare(ComparedPiece piece, ComparedBytes bytes)
        {
            if (bytes.FirstDifference(first, second, piece) is { } found)
            {
                Lower(ref difference, found);
            }

            options.Progress?.Report(Interlocked.Add(ref done, piece.Length));
        }
    }

    private static void Lower(ref long lowest, long value)
    {
        var seen = Interlocked.Read(ref lowest);
        while (value < seen && Interlocked.CompareExchange(ref lowest, value, seen) is var before && before != seen)
        {
            seen = before;
        }
    }
}
