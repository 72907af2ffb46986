using FormatKit.Formats;

namespace FormatKit.Disks.Storage;

/// <summary>
/// Host bytes: where an image file's bytes are kept, addressed by byte offset. A file, a block device, memory, a slice
/// of another store.
/// </summary>
/// <remarks>
/// <para>
/// The contract, the same for every store (and tested by one suite, <c>ByteStoreContract</c>):
/// </para>
/// <list type="bullet">
/// <item>Reads and writes are positional; any number of threads may use one store at once. Two writes, or a read and a
/// write, that overlap at the same time leave either content per byte, and nothing outside their ranges changes.</item>
/// <item>A read returns as many bytes as there are before the end, and fewer only at the end; at or past the end it
/// returns 0. It never blocks for bytes that do not exist.</item>
/// <item>A write past the end extends the store; a gap reads as zeros. A store of fixed size refuses all of it with
/// <see cref="IOException"/>, and <see cref="SetLength"/> with <see cref="NotSupportedException"/>. A write of no bytes
/// does nothing, wherever it is.</item>
/// <item>After <see cref="Flush"/> returns, everything written before it was called survives a loss of power. Nothing
/// else promises durability or order: not a write, not <see cref="IDisposable.Dispose"/>.</item>
/// <item>Negative offsets or lengths throw <see cref="ArgumentOutOfRangeException"/>, use after disposal
/// <see cref="ObjectDisposedException"/>, writing to a store with <see cref="CanWrite"/> false
/// <see cref="NotSupportedException"/>, and what the system refuses <see cref="IOException"/> naming the store.</item>
/// </list>
/// </remarks>
public abstract class ByteStore : IByteSource, IDisposable
{
    /// <summary>What errors call the store: a file's path as the user gave it, <c>(memory)</c>, and so on.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the store takes writes.</summary>
    public abstract bool CanWrite { get; }

    /// <summary>Whether <see cref="SetLength"/> and writes past the end are possible; not on devices.</summary>
    public abstract bool CanResize { get; }

    /// <summary>Bytes in the store.</summary>
    public abstract long Length { get; }

    /// <summary>Bytes the store occupies on its host, fewer than <see cref="Length"/> when it has holes.</summary>
    public virtual long AllocatedBytes => Length;

    /// <summary>Reads from <paramref name="offset"/> until the buffer is full or the store ends.</summary>
    /// <returns>The number of bytes read; fewer than asked for only at the end of the store.</returns>
    public abstract int Read(Span<byte> buffer, long offset);

    /// <inheritdoc cref="Read"/>
    public abstract ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default);

    /// <summary>Writes the whole buffer at <paramref name="offset"/>, extending a store that can be resized.</summary>
    public abstract void Write(ReadOnlySpan<byte> buffer, long offset);

    /// <inheritdoc cref="Write"/>
    public abstract ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default);

    /// <summary>The barrier: when it returns, everything written before it was called is durable.</summary>
    public abstract void Flush();

    /// <inheritdoc cref="Flush"/>
    public abstract ValueTask FlushAsync(CancellationToken cancellation = default);

    /// <summary>Asks the host to begin writing out what was written, so that a later <see cref="Flush"/> has less to
    /// wait for. Waits for nothing and promises nothing; a store that cannot does nothing.</summary>
    public virtual void BeginFlush()
    {
    }

    /// <summary>Cuts the store to <paramref name="length"/> bytes or extends it with zeros.</summary>
    public abstract void SetLength(long length);

    /// <summary>
    /// Makes a range inside the store read as zeros, by the cheapest means that keeps its storage reserved where the
    /// host can; never changes <see cref="Length"/>. A range past the end is cut to the store.
    /// </summary>
    public abstract void Zero(long offset, long length);

    /// <summary>
    /// Makes a range inside the store read as zeros and gives its storage back to the host where the host can take it;
    /// never changes <see cref="Length"/>. A range past the end is cut to the store.
    /// </summary>
    public virtual void Punch(long offset, long length) => Zero(offset, length);

    /// <summary>
    /// The run of bytes from <paramref name="offset"/> on that are alike: data, or a hole known to read as zeros. A
    /// store that keeps no map answers data up to the end. Answers are cut to <paramref name="limit"/> bytes.
    /// </summary>
    /// <returns>The run, at least one byte long; an empty one at or past the end of the store.</returns>
    public virtual StoreRun RunAt(long offset, long limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return new StoreRun(Math.Max(0, Math.Min(limit, Length - offset)), IsHole: false);
    }

    /// <summary>
    /// Lets the host copy bytes into another store without passing them through this process (sharing the storage where
    /// the file system can). The source is cut at its end, the target extended like by a write. Holes may become data:
    /// copy the data runs of <see cref="RunAt"/> only.
    /// </summary>
    /// <returns>Bytes copied, from the start of the range on. Fewer than asked for is no error: ask again for the rest,
    /// and at 0 (the host cannot, or the source ends) copy by reading and writing.</returns>
    public virtual long TryCopyTo(long offset, ByteStore target, long targetOffset, long length)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(targetOffset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return 0;
    }

    /// <summary>Reads exactly the buffer's length from <paramref name="offset"/>.</summary>
    /// <exception cref="EndOfStreamException">The store ends before the buffer is full; the message names the store,
    /// the offset and both lengths.</exception>
    public void ReadExactly(Span<byte> buffer, long offset)
    {
        var read = Read(buffer, offset);
        if (read != buffer.Length)
        {
            throw ShortRead(buffer.Length, offset, read);
        }
    }

    /// <inheritdoc cref="ReadExactly"/>
    public async ValueTask ReadExactlyAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        var read = await ReadAsync(buffer, offset, cancellation).ConfigureAwait(false);
        if (read != buffer.Length)
        {
            throw ShortRead(buffer.Length, offset, read);
        }
    }

    /// <summary>Gives the store's handle and locks back. Does not flush.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
    }

    private EndOfStreamException ShortRead(int wanted, long offset, int read) =>
        new($"{Name}: the file ends at byte {offset + read}; {wanted} bytes were to be read from byte {offset}.");
}
