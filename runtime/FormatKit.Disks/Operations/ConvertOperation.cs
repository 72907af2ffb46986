using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>Copies the content of one disk into a new one of any format.</summary>
public static class ConvertOperation
{
    /// <summary>Bytes that one worker copies before it asks for more: as large as blocks usually are, so that no two
    /// workers write into one.</summary>
    private const int PieceLength = 2 << 20;

    /// <summary>Bytes that are read and written at once: many enough for the system, few enough to be still in a
    /// core's own cache when they are looked at and written.</summary>
    private const int BufferLength = 256 << 10;

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
        ParallelPieces.Run(
            GuestPieces.Of(source, PieceLength), options.Workers, NewBuffer, Copy, cancellation);

        void Copy(MapEntry piece, byte[] buffer)
        {
            for (var at = piece.Start; !piece.Zero && at < piece.End;)
            {
                var bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, piece.End - at));
                source.Read(bytes, at);
                WriteData(target, bytes, at);
                at += bytes.Length;
            }

            options.Progress?.Report(Interlocked.Add(ref done, piece.Length));
        }
    }

    private static byte[] NewBuffer() => GC.AllocateUninitializedArray<byte>(BufferLength, pinned: true);

    private static void WriteData(DiskImage target, ReadOnlySpan<byte> bytes, long offset)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var (start, length) = ZeroScan.NextData(bytes, at);
            if (length > 0)
            {
                target.Write(bytes.Slice(start, length), offset + start);
            }

            at = start + length;
        }
    }
}
