using FormatKit.Disks;
using FormatKit.Disks.Images;

namespace FormatKit.Cli.Output;

/// <summary>Between guest bytes and streams.</summary>
internal static class GuestCopy
{
    private const int PieceLength = 1 << 20;

    /// <summary>Writes guest bytes to a stream, zeros too.</summary>
    public static void ToStream(
        DiskImage image, long offset, long length, PayloadStream output, CancellationToken cancellation,
        IProgress<long>? progress = null)
    {
        var buffer = new byte[Math.Min(PieceLength, length)];
        for (var done = 0L; done < length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var piece = buffer.AsMemory(0, (int)Math.Min(buffer.Length, length - done));
            image.Read(piece.Span, offset + done);
            output.Write(piece);
            done += piece.Length;
            progress?.Report(done);
        }
    }

    /// <summary>Writes a stream over guest bytes. What does not fit is refused; what came before it is
    /// written.</summary>
    public static void FromStream(Stream input, DiskImage image, long offset, CancellationToken cancellation)
    {
        if (input.CanSeek && input.Length - input.Position > image.Length - offset)
        {
            throw TooMuch(image, offset, 0);
        }

        var buffer = new byte[PieceLength];
        var at = offset;
        while (Interruptible.ReadFull(input, buffer, cancellation) is > 0 and var read)
        {
            if (read > image.Length - at)
            {
                throw TooMuch(image, offset, at - offset);
            }

            image.Write(buffer.AsSpan(0, read), at);
            at += read;
        }
    }

    private static ImageException TooMuch(DiskImage image, long offset, long written) =>
        new(
            image.Name, $"standard input has more than the {image.Length - offset} bytes from byte {offset} to the "
            + $"disk's end; {(written == 0 ? "nothing was" : $"the first {written} bytes were")} written");
}
