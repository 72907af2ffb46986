using FormatKit.Disks.Drivers;
using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <remarks>A differencing image has what its guest wrote since it was made; for the rest it asks its parent, which may
/// have a parent again. Parents are never written to.</remarks>
public sealed partial class DiskImage
{
    /// <summary>The parent, open for reading; null when there is none or it was not to be opened.</summary>
    public DiskImage? Backing { get; }

    /// <summary>What the image says of its parent; null when it has none.</summary>
    public BackingReference? BackingReference => _opened.Backing;

    /// <summary>What tells this disk from every other, as its format has it; null when the format has nothing of the
    /// kind. A child names its parent's.</summary>
    public string? Identity => _opened.Identity;

    /// <summary>This image and all below it, from the top of the chain down.</summary>
    public IEnumerable<DiskImage> Layers()
    {
        for (var layer = this; layer is not null; layer = layer.Backing)
        {
            yield return layer;
        }
    }

    /// <summary>Reads what this image does not have: from the parent, and zeros behind the parent's end.</summary>
    private async ValueTask ReadBelow<TIo>(Memory<byte> part, GuestOffset start, CancellationToken cancellation)
        where TIo : IIo
    {
        var parent = RequiredBacking;
        var length = (int)Math.Clamp(parent.Length - start.Value, 0, part.Length);
        if (length > 0)
        {
            await parent.ReadCore<TIo>(parent.Rent(), part[..length], start.Value, cancellation).ConfigureAwait(false);
        }

        part.Span[length..].Clear();
    }

    /// <summary>Brings up from the parent what a write leaves over of the units that it is the first to write
    /// here.</summary>
    private async ValueTask FillFromBelow<TIo>(ExtentList fill, CancellationToken cancellation)
        where TIo : IIo
    {
        for (var index = 0; index < fill.Count; index++)
        {
            var extent = fill[index];
            var bytes = new byte[extent.Length]; // less than a copy unit
            await ReadBelow<TIo>(bytes, extent.Guest, cancellation).ConfigureAwait(false);
            await TIo.Write(_store, bytes, extent.Host.Value, cancellation).ConfigureAwait(false);
        }
    }

    private bool HasParent => _opened.Backing is not null;

    /// <summary>Whether this image has nothing of a range. Asked behind the unit's lock, so that no other write is
    /// putting something there.</summary>
    private async ValueTask<bool> IsAbsent<TIo>(
        ImageOperation operation, GuestRange range, CancellationToken cancellation)
        where TIo : IIo
    {
        await MapInto<TIo>(operation, range, cancellation).ConfigureAwait(false);
        for (var index = 0; index < operation.Extents.Count; index++)
        {
            if (operation.Extents[index].Kind == ExtentKind.Data)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the parent is known, without reading it, to have nothing but zeros in a range.</summary>
    private bool IsZeroBelow(ImageOperation operation, GuestRange range)
    {
        var parent = RequiredBacking;
        var length = Math.Min(parent.Length - range.Start.Value, range.Length);
        var walk = operation.Below ??= new MapWalk(parent);
        return length <= 0 || parent.MapParts(range.Start.Value, length, walk).All(entry => entry.Zero);
    }

    private DiskImage RequiredBacking => Backing ?? throw new BackingException(
        Name, "what is asked for is in the parent, which was not opened");
}
