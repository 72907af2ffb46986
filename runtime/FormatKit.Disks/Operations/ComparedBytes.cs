using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>The buffers in which a worker compares.</summary>
internal sealed class ComparedBytes(int length)
{
    private readonly byte[] _first = GC.AllocateUninitializedArray<byte>(length);
    private readonly byte[] _second = GC.AllocateUninitializedArray<byte>(length);

    /// <summary>The first guest byte of a piece that differs; null when none does.</summary>
    public long? FirstDifference(DiskImage first, DiskImage second, ComparedPiece piece)
    {
        if (piece is { FirstIsZero: true, SecondIsZero: true })
        {
            return null;
        }

        var firstBytes = Read(first, piece, piece.FirstIsZero, _first);
        var secondBytes = Read(second, piece, piece.SecondIsZero, _second);
        var same = firstBytes.CommonPrefixLength(secondBytes);
        return same == firstBytes.Length ? null : piece.Start + same;
    }

    private static Span<byte> Read(DiskImage image, ComparedPiece piece, bool isZero, byte[] buffer)
    {
        var bytes = buffer.AsSpan(0, (int)piece.Length);
        if (isZero)
        {
            bytes.Clear();
        }
        else
        {
            image.Read(bytes, piece.Start);
        }

        return bytes;
    }
}
