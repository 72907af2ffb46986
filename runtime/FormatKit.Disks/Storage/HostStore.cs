using FormatKit.Disks.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage;

/// <summary>
/// A store behind a handle of the operating system: a <see cref="FileStore"/> or a <see cref="BlockDeviceStore"/>.
/// </summary>
public abstract partial class HostStore : ByteStore
{
    private readonly Lock _flushing = new();
    private IOException? _flushFailure;
    private volatile bool _isDirty = true; // not known to be clean

    private protected HostStore(string name, SafeFileHandle handle, bool canWrite)
    {
        Name = name;
        Handle = handle;
        CanWrite = canWrite;
    }

    /// <summary>The path, as the caller gave it.</summary>
    public sealed override string Name { get; }

    /// <inheritdoc/>
    public sealed override bool CanWrite { get; }

    private protected SafeFileHandle Handle { get; }

    /// <inheritdoc/>
    /// <remarks>
    /// Without a change since the last flush there is nothing to wait for; the system would flush the disk's cache all
    /// the same. A failed flush is remembered, and every later one fails too: Linux marks the pages it could not write
    /// as clean, so that a second fsync would report success for bytes that are lost.
    /// </remarks>
    public sealed override void Flush()
    {
        ThrowIfClosed();
        if (!CanWrite)
        {
            return;
        }

        lock (_flushing)
        {
            if (_flushFailure is not null)
            {
                throw StoreErrors.From(Name, "an earlier flush failed, so what was written since may be lost",
                    _flushFailure);
            }

            if (!_isDirty)
            {
                return;
            }

            // Clean before it is flushed: a change that completes meanwhile makes it dirty again.
            _isDirty = false;
            try
            {
                FlushHandle();
            }
            catch (Exception e) when (StoreErrors.IsFromHost(e))
            {
                _flushFailure = StoreErrors.From(Name, "cannot flush", e);
                throw _flushFailure;
            }
        }
    }

    /// <inheritdoc/>
    public sealed override async ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ThrowIfClosed();
        if (CanWrite)
        {
            await Task.Run(Flush, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Opens what a path leads to: a regular file or a block device.</summary>
    /// <exception cref="ImageLockedException">Someone else uses it in a way that <paramref name="options"/> exclude.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is nothing of this name.</exception>
    /// <exception cref="IOException">It is something else, a directory or a pipe, or the system refuses; the message
    /// begins with <paramref name="path"/>.</exception>
    public static HostStore Open(string path, FileOpenOptions options)
    {
        HostFile.CheckPath(path);
        return HostFile.KindOf(path) == HostFileKind.BlockDevice
            ? BlockDeviceStore.Open(path, options)
            : FileStore.Open(path, options);
    }

    /// <inheritdoc/>
    public sealed override void BeginFlush()
    {
        ThrowIfClosed();
        if (CanWrite)
        {
            HostFile.BeginFlush(Handle);
        }
    }

    private protected abstract void FlushHandle();

    /// <summary>Called after anything was or may have been changed, before the change returns to its caller.</summary>
    private protected void Changed() => _isDirty = true;

    private protected void ThrowIfClosed() => ObjectDisposedException.ThrowIf(Handle.IsClosed, this);

    private protected void ThrowIfNotWritable()
    {
        ThrowIfClosed();
        if (!CanWrite)
        {
            throw StoreErrors.ReadOnly(Name);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            HostFile.Close(Handle);
        }

        base.Dispose(disposing);
    }
}
