using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>Copies the content of one disk into a new one of any format.</summary>
public static class ConvertOperation
{
    /// <summary>
    /// Copies everything that is not zero, sparse at both ends: what the source's format or file knows to be a hole
    /// is not read, zeros that are read are not written. Workers share nothing but the target's allocation; each has
    /// one buffer of 256 KiB.
    /// </summary>
    /// <param name="source">The disk to read.</param>
    /// <param name="target">A new disk, all zero and at least as long. It is not flushed.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops between two pieces.</param>
    /// <exception cref="ArgumentException">The target is shorter than the source.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the target is of no use.</exception>
    public static void Run(
        DiskImage source, DiskImage target, ConvertOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        if (target.Length < source.Length)
        {
            throw new ArgumentException($"{target.Name} has {target.Length} bytes, {source.Name} has {source.Length}.");
        }

        var done = 0L;
        var copy = new PieceCopy(source, target, discardsZeros: false);
        ParallelPieces.Run(
            GuestPieces.Of(source, PieceCopy.PieceLength), options.Workers, PieceCopy.NewBuffer, Copy, cancellation);

        void Copy(MapEntry piece, byte[] buffer)
        {
            copy.Copy(piece, buffer);
            options.Progress?.Report(Interlocked.Add(ref done, piece.Length));
        }
    }
}
