using System.Globalization;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Operations;

/// <summary>
/// An image that is being made. It has a temporary name until <see cref="Commit"/>: whatever happens before, a file
/// that was there already stays as it was, and none is left half written. A block device has no such second name and
/// is written in place.
/// </summary>
public sealed class TargetImage : IDisposable
{
    private readonly PendingFile? _pending;
    private readonly ByteStore _store;
    private readonly bool _sync;

    private TargetImage(PendingFile? pending, ByteStore store, DiskImage image, bool sync)
    {
        _pending = pending;
        _store = store;
        _sync = sync;
        Image = image;
    }

    /// <summary>The image, writable, all zero.</summary>
    public DiskImage Image { get; }

    /// <summary>Whether the image goes straight to a device, so that what is written stays.</summary>
    public bool IsInPlace => _pending is null;

    /// <summary>Begins an image.</summary>
    /// <param name="path">The name it shall have. A file of this name is replaced in the end; a block device is
    /// written to, as raw only.</param>
    /// <param name="format">Its format.</param>
    /// <param name="length">Guest bytes.</param>
    /// <param name="options">Values for the format's create options.</param>
    /// <param name="sync">Whether it shall survive a loss of power once it is committed.</param>
    /// <exception cref="ImageException">The format cannot have such an image.</exception>
    /// <exception cref="ArgumentException">An option is unknown or has an impossible value.</exception>
    /// <exception cref="IOException">The path leads to something else, a folder or a pipe, or the system
    /// refuses.</exception>
    public static TargetImage Create(
        string path, ImageFormat format, long length, OptionValues options, bool sync = true)
    {
        ArgumentNullException.ThrowIfNull(format);
        HostFile.CheckPath(path);
        return HostFile.KindOf(path) == HostFileKind.BlockDevice
            ? OnDevice(path, format, length, options, sync)
            : InFile(path, sync, store => DiskImage.Create(store, format, length, options));
    }

    /// <summary>Begins a differencing image.</summary>
    /// <param name="path">The name it shall have. A file of this name is replaced in the end; never a device.</param>
    /// <param name="format">Its format.</param>
    /// <param name="length">Guest bytes.</param>
    /// <param name="backing">Its parent.</param>
    /// <param name="options">Values for the format's create options.</param>
    /// <param name="sync">Whether it shall survive a loss of power once it is committed.</param>
    /// <exception cref="ImageException">The format cannot have such an image.</exception>
    /// <exception cref="ArgumentException">An option is unknown or has an impossible value.</exception>
    /// <exception cref="IOException">The path leads to something else, a folder or a pipe, or the system
    /// refuses.</exception>
    public static TargetImage CreateChild(
        string path, ImageFormat format, long length, NewBacking backing, OptionValues options, bool sync = true)
    {
        ArgumentNullException.ThrowIfNull(format);
        HostFile.CheckPath(path);
        return HostFile.KindOf(path) == HostFileKind.BlockDevice
            ? throw new ImageException(path, "a block device takes a raw disk only, which has no parent")
            : InFile(path, sync, store => DiskImage.CreateChild(store, format, length, backing, gate: null, options));
    }

    /// <summary>Refuses a target that is its own source, by whatever name or link.</summary>
    /// <exception cref="ImageException">Both paths lead to one file or device.</exception>
    public static void RefuseSame(string source, string target)
    {
        if (HostFile.AreSame(source, target))
        {
            throw new ImageException(target, $"this is the same file as the source {source}");
        }
    }

    /// <summary>Refuses to replace a file that may not be written: a new one under its name needs the folder's
    /// permission only, so a write-protected image would be gone.</summary>
    /// <param name="target">The name of the image to come; of no file is fine.</param>
    /// <exception cref="ImageException">There is such a file, and the system does not let it be written.</exception>
    public static void RefuseProtected(string target)
    {
        if (HostFile.KindOf(target) != HostFileKind.Regular)
        {
            return;
        }

        try
        {
            FileStore.Open(target, new FileOpenOptions(Writable: true, StoreSharing.Unlocked)).Dispose();
        }
        catch (Exception e) when (e is IOException and not FileNotFoundException)
        {
            throw new ImageException(
                target, "this file is there already and may not be written", "make it writable or choose another name");
        }
    }

    /// <summary>Closes the image and gives it its name.</summary>
    public void Commit()
    {
        Image.Dispose();
        if (_pending is not null)
        {
            _pending.Commit(_sync);
        }
        else if (_sync)
        {
            _store.Flush();
        }
    }

    /// <summary>Closes everything; a file that was not committed is gone.</summary>
    public void Dispose()
    {
        Image.Abandon();
        _pending?.Dispose();
        _store.Dispose();
    }

    private static TargetImage InFile(string path, bool sync, Func<ByteStore, DiskImage> create)
    {
        RefuseProtected(path);
        var pending = PendingFile.Create(path);
        try
        {
            var image = create(new UnsyncedStore(pending.Store, leaveOpen: true, writesAhead: sync));
            return new TargetImage(pending, pending.Store, image, sync);
        }
        catch
        {
            pending.Dispose();
            throw;
        }
    }

    /// <summary>A device has content already, and a new disk is zeros.</summary>
    private static TargetImage OnDevice(string path, ImageFormat format, long length, OptionValues options, bool sync)
    {
        if (format != ImageFormats.Raw)
        {
            throw new ImageException(path, $"a block device takes a raw disk only, not {format.Name}", "say '-O raw'");
        }

        var device = HostStore.Open(path, FileOpenOptions.ForWriting);
        try
        {
            if (length > device.Length)
            {
                throw new ImageException(path, string.Create(
                    CultureInfo.InvariantCulture, $"the device has {device.Length} bytes, the disk needs {length}"));
            }

            var store = new UnsyncedStore(
                new SliceStore(device, 0, length, leaveOpen: true), writesAhead: sync);
            var image = DiskImage.Create(store, format, length, options);
            device.Zero(0, length);
            return new TargetImage(null, device, image, sync);
        }
        catch
        {
            device.Dispose();
            throw;
        }
    }
}
