using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Storage;

/// <summary>A block device, on Linux: a disk, a partition, a logical volume. Its size is fixed.</summary>
/// <remarks>
/// <para>
/// Zeroing and punching go through fallocate(2), of which the kernel promises zeros on devices as well (unlike of
/// BLKDISCARD, after which a device may return anything).
/// </para>
/// <para>
/// A device that is opened to be written alone must also be unused by the system: not mounted, not part of another
/// device.
/// </para>
/// </remarks>
public sealed class BlockDeviceStore : HostStore
{
    private readonly long _length;

    private BlockDeviceStore(string name, OpenedFile file, bool canWrite)
        : base(name, file.Handle, canWrite) => _length = HostFile.DeviceLength(file.Handle);

    /// <summary>Always <see langword="false"/>.</summary>
    public override bool CanResize => false;

    /// <summary>Bytes of the device, as they were when it was opened.</summary>
    public override long Length
    {
        get
        {
            ThrowIfClosed();
            return _length;
        }
    }

    /// <summary>Covers every logical sector size in use; what is left at both ends is written.</summary>
    private protected override int ZeroUnit => 4096;

    /// <summary>Opens a block device.</summary>
    /// <exception cref="ImageLockedException">Someone else uses it in a way that <paramref name="options"/> exclude.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such device.</exception>
    /// <exception cref="IOException">It is no block device, or the system uses it or refuses; the message begins with
    /// <paramref name="path"/>.</exception>
    public static new BlockDeviceStore Open(string path, FileOpenOptions options)
    {
        var file = HostFile.Open(path, options.Checked(), HostFileKind.BlockDevice);
        try
        {
            return new BlockDeviceStore(path, file, options.Writable);
        }
        catch (IOException e)
        {
            HostFile.Close(file.Handle);
            throw StoreErrors.From(path, "cannot get the size of the device", e);
        }
    }

    /// <inheritdoc/>
    public override void SetLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ThrowIfNotWritable();
        throw StoreErrors.FixedSize(Name);
    }

    private protected override void FlushHandle() => HostFile.Flush(Handle);
}
