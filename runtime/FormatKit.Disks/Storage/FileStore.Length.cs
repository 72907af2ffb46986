using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Storage;

public sealed partial class FileStore
{
    private const long Unknown = -1;

    private readonly Lock _resizing = new();
    private readonly bool _cachesLength;
    private long _length = Unknown;
    private string? _folderToSync;

    /// <inheritdoc/>
    /// <remarks>
    /// Asked of the system each time unless the file is locked, when nobody else may change it: asking costs as much
    /// as reading a sector.
    /// </remarks>
    public override long Length
    {
        get
        {
            ThrowIfClosed();
            if (!_cachesLength)
            {
                return LengthOfHandle();
            }

            var length = Volatile.Read(ref _length);
            return length == Unknown ? RefreshLength() : length;
        }
    }

    /// <inheritdoc/>
    public override long AllocatedBytes
    {
        get
        {
            ThrowIfClosed();
            return HostFile.AllocatedBytes(Handle) ?? Length;
        }
    }

    /// <inheritdoc/>
    public override void SetLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ThrowIfNotWritable();
        lock (_resizing)
        {
            // Unknown first: a write that extends the file meanwhile then waits for the lock to say so, see Written.
            Volatile.Write(ref _length, Unknown);
            try
            {
                RandomAccess.SetLength(Handle, length);
            }
            catch (Exception e) when (StoreErrors.IsFromHost(e))
            {
                throw StoreErrors.From(Name, $"cannot set the length to {length} bytes", e);
            }
            finally
            {
                Changed();
            }
        }
    }

    private protected override void Written(long end)
    {
        Changed();
        if (_cachesLength && end > Volatile.Read(ref _length) && !Handle.IsClosed)
        {
            RefreshLength();
        }
    }

    private protected override void FlushHandle()
    {
        HostFile.Flush(Handle);

        // A file just created survives only if its name does.
        if (_folderToSync is not null)
        {
            HostFile.SyncFolder(_folderToSync);
            _folderToSync = null;
        }
    }

    private long RefreshLength()
    {
        lock (_resizing)
        {
            var length = LengthOfHandle();
            Volatile.Write(ref _length, length);
            return length;
        }
    }

    private long LengthOfHandle()
    {
        try
        {
            return RandomAccess.GetLength(Handle);
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw StoreErrors.From(Name, "cannot get the length", e);
        }
    }
}
