using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>How the content of one disk goes into another, piece by piece: what has something in it is written, long
/// runs of zeros are not.</summary>
/// <param name="source">The disk to read.</param>
/// <param name="target">The disk to write to.</param>
/// <param name="discardsZeros">Whether the target may have something else where the source has zeros, so that zeros are
/// discarded there.</param>
internal sealed class PieceCopy(DiskImage source, DiskImage target, bool discardsZeros)
{
    /// <summary>Bytes that one worker copies before it asks for more: as large as blocks usually are, so that no two
    /// workers write into one.</summary>
    public const int PieceLength = 2 << 20;

    /// <summary>Bytes that are read and written at once: many enough for the system, few enough to be still in a
    /// core's own cache when they are looked at and written.</summary>
    private const int BufferLength = 256 << 10;

    /// <summary>The buffer of a worker.</summary>
    public static byte[] NewBuffer() => GC.AllocateUninitializedArray<byte>(BufferLength, pinned: true);

    /// <summary>Copies a piece; one that is known to be zeros is not read.</summary>
    public void Copy(in MapEntry piece, byte[] buffer)
    {
        if (piece.Zero)
        {
            Skip(piece.Start, piece.Length);
            return;
        }

        for (var at = piece.Start; at < piece.End;)
        {
            var bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, piece.End - at));
            source.Read(bytes, at);
            Write(bytes, at);
            at += bytes.Length;
        }
    }

    private void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var (start, length) = ZeroScan.NextData(bytes, at);
            Skip(offset + at, start - at);
            if (length > 0)
            {
                target.Write(bytes.Slice(start, length), offset + start);
            }

            at = start + length;
        }
    }

    private void Skip(long offset, long length)
    {
        if (discardsZeros && length > 0)
        {
            target.Discard(offset, length);
        }
    }
}
