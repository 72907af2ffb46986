namespace FormatKit.Disks.Storage;

public abstract partial class HostStore
{
    /// <inheritdoc/>
    public sealed override int Read(Span<byte> buffer, long offset)
    {
        buffer = buffer[..CheckRead(buffer.Length, offset)];
        var done = 0;
        try
        {
            while (done < buffer.Length)
            {
                var read = RandomAccess.Read(Handle, buffer[done..], offset + done);
                if (read == 0)
                {
                    break;
                }

                done += read;
            }
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw CannotRead(buffer.Length - done, offset + done, e);
        }

        return done;
    }

    /// <inheritdoc/>
    public sealed override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        buffer = buffer[..CheckRead(buffer.Length, offset)];
        var done = 0;
        try
        {
            while (done < buffer.Length)
            {
                var read = await RandomAccess.ReadAsync(Handle, buffer[done..], offset + done, cancellation)
                    .ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                done += read;
            }
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw CannotRead(buffer.Length - done, offset + done, e);
        }

        return done;
    }

    /// <inheritdoc/>
    public sealed override void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        CheckWrite(buffer.Length, offset);
        if (buffer.IsEmpty)
        {
            return;
        }

        try
        {
            // Writes all of it: the runtime repeats short writes itself.
            RandomAccess.Write(Handle, buffer, offset);
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw CannotWrite(buffer.Length, offset, e);
        }
        finally
        {
            Written(offset + buffer.Length);
        }
    }

    /// <inheritdoc/>
    public sealed override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        CheckWrite(buffer.Length, offset);
        if (buffer.IsEmpty)
        {
            return;
        }

        try
        {
            await RandomAccess.WriteAsync(Handle, buffer, offset, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (StoreErrors.IsFromHost(e))
        {
            throw CannotWrite(buffer.Length, offset, e);
        }
        finally
        {
            Written(offset + buffer.Length);
        }
    }

    /// <summary>Called after bytes before <paramref name="end"/> were written, or may have been.</summary>
    private protected virtual void Written(long end) => Changed();

    /// <summary>How much of a read can be asked of the system, which takes no range that ends past 2^63.</summary>
    private int CheckRead(int count, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ThrowIfClosed();
        return (int)Math.Min(count, long.MaxValue - offset);
    }

    private void CheckWrite(int count, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ThrowIfNotWritable();
        if (!StoreRange.Fits(offset, count, long.MaxValue))
        {
            throw StoreErrors.TooLong(Name, offset, count);
        }

        if (!CanResize && count > 0 && !StoreRange.Fits(offset, count, Length))
        {
            throw StoreErrors.PastFixedEnd(Name, offset, count, Length);
        }
    }

    private IOException CannotRead(int count, long offset, Exception e) =>
        StoreErrors.From(Name, $"cannot read {count} bytes at byte {offset}", e);

    private IOException CannotWrite(int count, long offset, Exception e) =>
        StoreErrors.From(Name, $"cannot write {count} bytes at byte {offset}", e);
}
