using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>Merges what a child has itself into its parent.</summary>
/// <remarks>
/// The child is not changed, and whatever it has hides what its parent has in that place: read through the child, the
/// disk is the same before, while and after the parent is written to, also if that ends half way. Done again it
/// completes.
/// </remarks>
public static class CommitOperation
{
    /// <summary>Bytes that are compared at once.</summary>
    private const int BufferLength = 256 << 10;

    /// <summary>Bytes after which the host is asked to begin writing out, so that the flush in the end waits for
    /// less.</summary>
    private const long AheadBy = 64 << 20;

    /// <summary>
    /// Copies what the child has itself, run by run, and makes the parent durable. Zeros are discarded in the parent,
    /// so that they take no more space there than they must; what is the parent's own is neither read nor written.
    /// </summary>
    /// <param name="child">The child, open for reading; its parent need not be open with it.</param>
    /// <param name="parent">The parent, open for writing, at least as long.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops between two pieces.</param>
    /// <returns>Bytes that were copied, zeros not among them.</returns>
    /// <exception cref="ArgumentException">The parent is shorter than the child.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; what the parent has by then stays.</exception>
    public static long Run(
        DiskImage child, DiskImage parent, CommitOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(options);
        if (parent.Length < child.Length)
        {
            throw new ArgumentException($"{parent.Name} has {parent.Length} bytes, {child.Name} has {child.Length}.");
        }

        var copied = 0L;
        var copy = new PieceCopy(child, parent, discardsZeros: true);
        ParallelPieces.Run(
            GuestPieces.Of(child.MapOwn(0, child.Length), PieceCopy.PieceLength), options.Workers, PieceCopy.NewBuffer,
            Copy, cancellation);
        parent.Flush();
        return copied;

        void Copy(MapEntry piece, byte[] buffer)
        {
            copy.Copy(piece, buffer);
            var length = piece.Zero ? 0 : piece.Length;
            if (Interlocked.Add(ref copied, length) is var now && now / AheadBy != (now - length) / AheadBy)
            {
                parent.Store.BeginFlush();
            }

            options.Progress?.Report(piece.End);
        }
    }

    /// <summary>Whether the parent has all that the child has itself, so that there is nothing to copy.</summary>
    /// <param name="child">The child, open for reading.</param>
    /// <param name="parent">The parent.</param>
    /// <param name="cancellation">Stops between two pieces.</param>
    public static bool IsDone(DiskImage child, DiskImage parent, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(parent);
        var (ours, theirs) = (new byte[BufferLength], new byte[BufferLength]);
        foreach (var piece in GuestPieces.Of(child.MapOwn(0, child.Length), PieceCopy.PieceLength))
        {
            for (var at = piece.Start; at < piece.End;)
            {
                cancellation.ThrowIfCancellationRequested();
                var length = (int)Math.Min(BufferLength, piece.End - at);
                if (at + length > parent.Length)
                {
                    return false;
                }

                child.Read(ours.AsSpan(0, length), at);
                parent.Read(theirs.AsSpan(0, length), at);
                if (!ours.AsSpan(0, length).SequenceEqual(theirs.AsSpan(0, length)))
                {
                    return false;
                }

                at += length;
            }
        }

        return true;
    }
}
