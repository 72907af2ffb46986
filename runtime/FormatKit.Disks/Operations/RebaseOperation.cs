using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Operations;

/// <summary>
/// Gives an image another parent, or none, and its guest sees the same as before. Killed at any moment and run again it
/// completes: until the last step the image has its old parent, and more of its content itself.
/// </summary>
public static class RebaseOperation
{
    /// <summary>Bytes that one worker compares before it asks for more: as large as blocks usually are.</summary>
    private const int PieceLength = 2 << 20;

    private const int BufferLength = 256 << 10;

    /// <summary>What a format that has parents keeps apart at least.</summary>
    private const int SectorSize = 512;

    /// <summary>Equal runs shorter than this are copied with what is about them: a call costs more than they do.</summary>
    private const int ShortestGap = 8 << 10;

    /// <summary>
    /// Copies into the image what its guest sees of the old parent and would not see of the new one, makes that durable,
    /// and then changes what the image says of its parent.
    /// </summary>
    /// <param name="child">The file of the image, which nobody has open.</param>
    /// <param name="options">How the image is opened: its format, and what may be opened with it.</param>
    /// <param name="parent">The new parent, open for reading; null for none.</param>
    /// <param name="backing">What the image is to say of it; null for none.</param>
    /// <param name="rebase">How it is done.</param>
    /// <param name="cancellation">Stops between two pieces; the image keeps its old parent.</param>
    /// <exception cref="ImageException">The image is damaged, or cannot have that parent.</exception>
    /// <exception cref="BackingException">The old parent does not open.</exception>
    public static void Run(
        ByteStore child, ImageOpenOptions options, DiskImage? parent, NewBacking? backing, RebaseOptions rebase,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(rebase);
        var format = options.Format ?? ImageFormats.Probe(child.Name, child);
        format.PlanRelink(child, backing); // refuses before anything is copied
        if (!rebase.Unsafe)
        {
            using var image = DiskImage.Open(
                new BorrowedStore(child), options with { Writable = true, Format = format, OpenBacking = true });
            Copy(image, parent, rebase, cancellation);
            image.Flush();
        }

        ImageChange.Run(child, format.PlanRelink(child, backing));
    }

    private static void Copy(
        DiskImage image, DiskImage? parent, RebaseOptions rebase, CancellationToken cancellation)
    {
        var done = 0L;
        ParallelPieces.Run(
            RebasePiece.Of(image, parent, AreSame, PieceLength), rebase.Workers,
            static () => (Before: new byte[BufferLength], After: new byte[BufferLength]), CopyPiece, cancellation);

        void CopyPiece(RebasePiece piece, (byte[] Before, byte[] After) buffers)
        {
            var end = piece.Start + piece.Length;
            for (var at = piece.Start; !piece.IsSettled && at < end;)
            {
                var length = (int)Math.Min(BufferLength, end - at);
                var before = Read(image, piece.IsZero, buffers.Before.AsSpan(0, length), at);
                var after = Read(parent, piece.BecomesZero, buffers.After.AsSpan(0, length), at);
                WriteDifferent(image, before, after, at);
                at += length;
            }

            rebase.Progress?.Report(Interlocked.Add(ref done, piece.Length));
        }
    }

    private static bool AreSame(DiskImage one, DiskImage other) => HostFile.AreSame(one.Name, other.Name);

    private static ReadOnlySpan<byte> Read(DiskImage? image, bool isZero, Span<byte> buffer, long offset)
    {
        if (isZero || image is null)
        {
            buffer.Clear();
        }
        else
        {
            image.Read(buffer, offset);
        }

        return buffer;
    }

    /// <summary>Writes the sectors that differ. Zeros too: they hide what the new parent has.</summary>
    private static void WriteDifferent(
        DiskImage image, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, long offset)
    {
        for (var at = NextDifferent(before, after, 0); at < before.Length;)
        {
            var end = Math.Min(before.Length, at + SectorSize);
            var next = NextDifferent(before, after, end);
            while (next < before.Length && next - end < ShortestGap)
            {
                end = Math.Min(before.Length, next + SectorSize);
                next = NextDifferent(before, after, end);
            }

            image.Write(before[at..end], offset + at);
            at = next;
        }
    }

    /// <summary>The first sector from a place on that differs; the end when none does.</summary>
    private static int NextDifferent(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int from)
    {
        var same = before[from..].CommonPrefixLength(after[from..]);
        return from + same == before.Length ? before.Length : (from + same) / SectorSize * SectorSize;
    }
}
