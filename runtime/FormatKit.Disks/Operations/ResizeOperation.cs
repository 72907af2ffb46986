using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Operations;

/// <summary>Makes a disk longer or shorter. A loss of power leaves the one length or the other, and done again it comes
/// to its end.</summary>
public static class ResizeOperation
{
    private const int BufferLength = 1 << 20;

    /// <summary>Gives a disk another length. Bytes that come to it are zeros, whatever a longer parent has there.</summary>
    /// <param name="store">The file of the image, which nobody has open.</param>
    /// <param name="options">How the image is opened: its format, and what may be opened with it.</param>
    /// <param name="length">Guest bytes, a multiple of 512.</param>
    /// <param name="allowDataLoss">Whether bytes behind the new end may be something else than zeros.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    /// <exception cref="ImageException">The image is damaged or cannot have that length, or it would lose
    /// data.</exception>
    /// <exception cref="BackingException">Its parent does not open.</exception>
    public static void Run(
        ByteStore store, ImageOpenOptions options, long length, bool allowDataLoss, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        var format = options.Format ?? ImageFormats.Probe(store.Name, store);
        List<GuestRange> hidden;
        using (var image = DiskImage.Open(
            new BorrowedStore(store), options with { Writable = false, Format = format }))
        {
            format.PlanResize(store, length, []); // refuses before anything is read
            if (length < image.Length && !allowDataLoss && FirstData(image, length, cancellation) is { } data)
            {
                throw new ImageException(
                    store.Name, $"its last {image.Length - length} bytes are not all zeros, there is something at byte "
                    + $"{data}", "if it may be lost, say '--allow-data-loss'");
            }

            hidden = Hidden(image, length);
        }

        cancellation.ThrowIfCancellationRequested();
        ImageChange.Run(store, format.PlanResize(store, length, hidden));
    }

    /// <summary>The first byte from a place on that is no zero; what is known to be zeros is not read.</summary>
    private static long? FirstData(DiskImage image, long from, CancellationToken cancellation)
    {
        var buffer = new byte[BufferLength];
        foreach (var entry in image.Map(from, image.Length - from))
        {
            for (var at = entry.Start; !entry.Zero && at < entry.End;)
            {
                cancellation.ThrowIfCancellationRequested();
                var bytes = buffer.AsSpan(0, (int)Math.Min(buffer.Length, entry.End - at));
                image.Read(bytes, at);
                if (bytes.IndexOfAnyExcept((byte)0) is var found and >= 0)
                {
                    return at + found;
                }

                at += bytes.Length;
            }
        }

        return null;
    }

    /// <summary>What a longer parent has behind the end, and is not known to be zeros.</summary>
    private static List<GuestRange> Hidden(DiskImage image, long length)
    {
        var hidden = new List<GuestRange>();
        var end = Math.Min(length, image.Backing?.Length ?? 0);
        if (end > image.Length)
        {
            foreach (var entry in image.Backing!.Map(image.Length, end - image.Length))
            {
                if (!entry.Zero && hidden.Count > 0 && hidden[^1].End.Value == entry.Start)
                {
                    hidden[^1] = new GuestRange(hidden[^1].Start, hidden[^1].Length + entry.Length);
                }
                else if (!entry.Zero)
                {
                    hidden.Add(new GuestRange(new GuestOffset(entry.Start), entry.Length));
                }
            }
        }

        return hidden;
    }
}
