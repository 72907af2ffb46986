using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// A disk as its guest sees it: bytes from 0 to <see cref="Length"/>, whatever file keeps them. Any number of threads
/// may read and write at once; reads and writes take any byte range.
/// </summary>
/// <remarks>
/// What was written is durable after <see cref="Flush"/> (or <see cref="Dispose()"/>, which flushes), not before.
/// Concurrent writes to the same bytes leave one or the other content. Every member but <see cref="Dispose()"/>
/// throws <see cref="ImageException"/> when the image is damaged or does not allow the operation,
/// <see cref="IOException"/> when the system fails, <see cref="ArgumentOutOfRangeException"/> for ranges outside the
/// disk, and <see cref="ObjectDisposedException"/> after disposal.
/// </remarks>
public sealed partial class DiskImage : IDisposable, IAsyncDisposable
{
    /// <summary>Bytes of table pages that an image caches, unless said otherwise: 8 MiB.</summary>
    public const long DefaultCacheBytes = 8 << 20;

    private readonly ByteStore _store;
    private readonly IImageDriver _driver;
    private readonly TableCache _cache;
    private volatile TableMends _mends;
    private readonly OperationGate _gate = new();
    private ImageOperation? _spare;
    private volatile bool _disposed;
    private int _closing;

    internal DiskImage(
        ByteStore store, ImageFormat format, DriverChoice choice, DiskImage? backing, bool canWrite, long cacheBytes)
    {
        var (opened, survey) = choice;
        _store = store;
        _opened = opened;
        _driver = opened.Driver;
        _cache = new TableCache(cacheBytes);
        Backing = backing;
        Format = format;
        CanWrite = canWrite;
        Details = opened.Details;
        Warnings = [.. opened.Warnings, .. opened.StaleCopies];
        _mends = new TableMends(opened.Mends);
        _space = SpaceOf(store, opened.Driver, survey);
        _lacksEnd = survey is { FooterStart: null } && opened.Driver.PlanGrowth(survey.End).Count > 0;
    }

    /// <summary>The format of the file.</summary>
    public ImageFormat Format { get; }

    /// <summary>The file as it was named.</summary>
    public string Name => _store.Name;

    /// <summary>Guest bytes.</summary>
    public long Length => _driver.GuestLength;

    /// <summary>Bytes of storage that the file occupies on its host.</summary>
    public long AllocatedBytes => _store.AllocatedBytes;

    /// <summary>Guest bytes that the format allocates together; 0 when it allocates nothing.</summary>
    public int AllocationUnit => _driver.AllocationUnit;

    /// <summary>Whether the disk takes writes.</summary>
    public bool CanWrite { get; }

    /// <summary>What the format has to say of this image, in its own words: subformat, creator, block size.</summary>
    public IReadOnlyList<ImageDetail> Details { get; }

    /// <summary>Where the image departs from its specification without harm to its content.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The bytes of the file that keeps the image.</summary>
    internal ByteStore Store => _store;

    /// <summary>Flushes, cuts unused space off the end of the file and closes it.</summary>
    /// <remarks>After a failed flush the image is closed as it is, and silently: that was said when it
    /// failed.</remarks>
    /// <exception cref="IOException">What was written could not be made durable; the file is closed all the
    /// same.</exception>
    public void Dispose()
    {
        if (!BeginClose())
        {
            return;
        }

        try
        {
            SyncIo.Complete(Complete<SyncIo>(CancellationToken.None));
        }
        finally
        {
            Release();
        }
    }

    /// <inheritdoc cref="Dispose()"/>
    public async ValueTask DisposeAsync()
    {
        if (!BeginClose())
        {
            return;
        }

        try
        {
            await Complete<AsyncIo>(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Closes the file without writing anything that is still in memory: for targets that are thrown
    /// away.</summary>
    public void Abandon()
    {
        if (BeginClose())
        {
            Release();
        }
    }

    /// <summary>From here on nothing begins, so that no write is given what closing cuts off the file.</summary>
    /// <returns>Whether this is the first call: closing happens once.</returns>
    private bool BeginClose()
    {
        _disposed = true;
        return Interlocked.Exchange(ref _closing, 1) == 0;
    }

    /// <summary>The locks stay: whoever still waits for one must come to see that the image is closed, and a semaphore
    /// that is disposed lets nobody through.</summary>
    private void Release()
    {
        _store.Dispose();
        Backing?.Dispose();
    }

    private ImageOperation Rent() => Interlocked.Exchange(ref _spare, null) ?? new ImageOperation(_cache);

    private void Return(ImageOperation operation)
    {
        operation.Extents.Clear();
        operation.Plan.Reset();
        _spare = operation;
    }

    private void CheckRange(long offset, long length)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - offset, nameof(length));
    }

    private async ValueTask LoadMissing<TIo>(ImageOperation operation, CancellationToken cancellation)
        where TIo : IIo
    {
        var page = operation.Tables.Missing;
        var begun = _cache.BeginLoad();
        var mends = _mends; // taken before reading: they are in the file before this becomes none
        var bytes = new byte[page.Length];
        var read = await TIo.Read(_store, bytes, page.Offset.Value, cancellation).ConfigureAwait(false);
        if (read != page.Length)
        {
            throw ImageErrors.TableCut(_store, page, read);
        }

        mends.Apply(bytes, page.Offset);
        operation.EndLoad(begun, page, bytes);
    }

    private async ValueTask MapInto<TIo>(ImageOperation operation, GuestRange range, CancellationToken cancellation)
        where TIo : IIo
    {
        operation.Extents.Clear();
        while (!_driver.Map(operation.Tables, range, operation.Extents))
        {
            if (operation.Extents.Count > 0 && operation.Extents[^1].End > range.Start)
            {
                // What is mapped needs its pages no more: however long the range, few are held at once.
                range = range.From(operation.Extents[^1].End);
                operation.LetGo();
            }

            await LoadMissing<TIo>(operation, cancellation).ConfigureAwait(false);
        }
    }
}
