using FormatKit.Formats;

namespace FormatKit.Disks.Images;

public sealed partial class DiskImage
{
    /// <summary>Bytes of table edits that may wait for a flush before a write flushes by itself.</summary>
    private const long MaxDirtyBytes = 4 << 20;

    private readonly SemaphoreSlim _metadata = new(1, 1);
    private readonly UnitLocks _units = new();
    private readonly HostSpace _space;
    private readonly Quarantine _quarantine = new();

    /// <summary>Writes the buffer to the guest bytes from <paramref name="offset"/>.</summary>
    /// <param name="buffer">What to write.</param>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    public unsafe void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        CheckWrite(offset, buffer.Length);
        var operation = Rent();
        fixed (byte* start = buffer)
        {
            var memory = operation.Memory.Over(start, buffer.Length);
            var range = new GuestRange(new GuestOffset(offset), buffer.Length);
            SyncIo.Complete(WriteCore<SyncIo>(operation, memory, range, WriteKind.Data, default));
        }
    }

    /// <inheritdoc cref="Write"/>
    /// <param name="buffer">What to write.</param>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="cancellation">Stops between two accesses to the file; what was written by then stays.</param>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        CheckWrite(offset, buffer.Length);
        var range = new GuestRange(new GuestOffset(offset), buffer.Length);
        return WriteCore<AsyncIo>(Rent(), buffer, range, WriteKind.Data, cancellation);
    }

    /// <summary>Makes guest bytes read as zeros, keeping storage that they have.</summary>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    public void WriteZeroes(long offset, long length) => Erase(offset, length, WriteKind.Zero);

    /// <inheritdoc cref="WriteZeroes"/>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="cancellation">Stops between two accesses to the file; what was written by then stays.</param>
    public ValueTask WriteZeroesAsync(long offset, long length, CancellationToken cancellation = default) =>
        EraseAsync(offset, length, WriteKind.Zero, cancellation);

    /// <summary>Makes guest bytes read as zeros and gives their storage back where format and host can.</summary>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    public void Discard(long offset, long length) => Erase(offset, length, WriteKind.Discard);

    /// <inheritdoc cref="Discard"/>
    /// <param name="offset">The first guest byte; the range must lie inside the disk.</param>
    /// <param name="length">How many bytes.</param>
    /// <param name="cancellation">Stops between two accesses to the file; what was written by then stays.</param>
    public ValueTask DiscardAsync(long offset, long length, CancellationToken cancellation = default) =>
        EraseAsync(offset, length, WriteKind.Discard, cancellation);

    private void Erase(long offset, long length, WriteKind kind)
    {
        CheckWrite(offset, length);
        var range = new GuestRange(new GuestOffset(offset), length);
        SyncIo.Complete(WriteCore<SyncIo>(Rent(), default, range, kind, default));
    }

    private ValueTask EraseAsync(long offset, long length, WriteKind kind, CancellationToken cancellation)
    {
        CheckWrite(offset, length);
        return WriteCore<AsyncIo>(Rent(), default, new GuestRange(new GuestOffset(offset), length), kind, cancellation);
    }

    private void CheckWrite(long offset, long length)
    {
        CheckRange(offset, length);
        if (!CanWrite)
        {
            throw new ImageException(Name, "the image is open for reading only");
        }

        ThrowIfBroken();
    }

    private async ValueTask WriteCore<TIo>(
        ImageOperation operation, ReadOnlyMemory<byte> payload, GuestRange range, WriteKind kind,
        CancellationToken cancellation)
        where TIo : IIo
    {
        try
        {
            if (range.Length == 0)
            {
                return;
            }

            await BeginChanging<TIo>(cancellation).ConfigureAwait(false);
            for (var start = range.Start; start < range.End;)
            {
                cancellation.ThrowIfCancellationRequested();
                var length = Math.Min(range.End - start, BytesLeftInUnit(start));
                var part = new GuestRange(start, length);
                var bytes = kind == WriteKind.Data
                    ? payload.Slice((int)(start - range.Start), (int)length)
                    : default;
                await WriteUnit<TIo>(operation, bytes, part, kind, cancellation).ConfigureAwait(false);
                start += length;
                if (_cache.DirtyBytes > MaxDirtyBytes)
                {
                    await FlushCore<TIo>(cancellation).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            Return(operation);
        }
    }

    private long BytesLeftInUnit(GuestOffset start) =>
        AllocationUnit == 0 ? long.MaxValue : AllocationUnit - (start.Value % AllocationUnit);

    /// <summary>One write inside one allocation unit. Bytes that have a place already go there without any
    /// lock.</summary>
    private async ValueTask WriteUnit<TIo>(
        ImageOperation operation, ReadOnlyMemory<byte> payload, GuestRange range, WriteKind kind,
        CancellationToken cancellation)
        where TIo : IIo
    {
        var epoch = _gate.Enter();
        try
        {
            await MapInto<TIo>(operation, range, cancellation).ConfigureAwait(false);
            if (kind == WriteKind.Data && operation.Extents.Count == 1
                && operation.Extents[0].Kind == ExtentKind.Data)
            {
                await Place<TIo>(operation.Extents, payload, range, kind, cancellation).ConfigureAwait(false);
                return;
            }

            var unit = _units.Of(AllocationUnit == 0 ? 0 : range.Start.Value / AllocationUnit);
            await TIo.Enter(unit, cancellation).ConfigureAwait(false);
            try
            {
                await PlanAndWrite<TIo>(operation, payload, range, kind, cancellation).ConfigureAwait(false);
            }
            finally
            {
                unit.Release();
            }
        }
        finally
        {
            operation.LetGo();
            _gate.Leave(epoch);
        }
    }

    private async ValueTask PlanAndWrite<TIo>(
        ImageOperation operation, ReadOnlyMemory<byte> payload, GuestRange range, WriteKind kind,
        CancellationToken cancellation)
        where TIo : IIo
    {
        var plan = operation.Plan;
        await Plan<TIo>(operation, range, kind, cancellation).ConfigureAwait(false);
        try
        {
            await Prepare<TIo>(plan, cancellation).ConfigureAwait(false);
            await Place<TIo>(plan.Place, payload, range, kind, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await GiveUp<TIo>(plan).ConfigureAwait(false);
            throw;
        }

        // From here on nothing is cancelled: the payload is written, and readers must come to see it.
        try
        {
            while (!await TryApply<TIo>(plan).ConfigureAwait(false))
            {
                await FlushCore<TIo>(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch
        {
            await GiveUp<TIo>(plan).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask Plan<TIo>(
        ImageOperation operation, GuestRange range, WriteKind kind, CancellationToken cancellation)
        where TIo : IIo
    {
        while (true)
        {
            var step = await PlanStep<TIo>(operation, range, kind, cancellation).ConfigureAwait(false);
            switch (step)
            {
                case PlanResult.Ready:
                    return;
                case PlanResult.PageMissing:
                    await LoadMissing<TIo>(operation, cancellation).ConfigureAwait(false);
                    break;
                case PlanResult.TablesFirst:
                    // Their pages have edits of another rank.
                    await FlushCore<TIo>(cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>Plans once and, unless the plan stands, does under the metadata lock what must be done there before it
    /// can be planned again.</summary>
    /// <returns>Ready when the plan stands; else what the plan wanted, of which loading a page and flushing edits that
    /// are in the way of new tables are left to do.</returns>
    private async ValueTask<PlanResult> PlanStep<TIo>(
        ImageOperation operation, GuestRange range, WriteKind kind, CancellationToken cancellation)
        where TIo : IIo
    {
        await TIo.Enter(_metadata, cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            ThrowIfBroken();
            var plan = operation.Plan;
            plan.Reset();
            var result = _driver.PlanWrite(operation.Tables, _space, range, kind, plan);
            if (result is PlanResult.Ready or PlanResult.TablesFirst)
            {
                if (!_cache.TryPin(plan.Edits, out var dropped))
                {
                    operation.Tables.Missing = dropped;
                    result = PlanResult.PageMissing;
                }
                else if (result == PlanResult.Ready)
                {
                    return result;
                }
                else if (await TryMakeTables<TIo>(plan, cancellation).ConfigureAwait(false))
                {
                    return PlanResult.NeedsSpace; // it did, and has it
                }
            }

            GiveBack(plan);
            if (result == PlanResult.NeedsSpace)
            {
                await Grow<TIo>(cancellation).ConfigureAwait(false);
            }

            return result;
        }
        finally
        {
            _metadata.Release();
        }
    }

    /// <summary>Makes tables that were missing: under the metadata lock, so that no two writes make the same
    /// one.</summary>
    /// <returns>False, and nothing made, when there are edits that must be flushed before.</returns>
    private async ValueTask<bool> TryMakeTables<TIo>(WritePlan plan, CancellationToken cancellation)
        where TIo : IIo
    {
        var applied = false;
        try
        {
            await Prepare<TIo>(plan, cancellation).ConfigureAwait(false);
            applied = _cache.TryApply(plan.Edits);
            return applied;
        }
        catch
        {
            GiveBack(plan);
            throw;
        }
        finally
        {
            if (!applied)
            {
                _cache.Unpin(plan.Edits);
            }
        }
    }

    /// <summary>What comes before the payload: cleared space, and tables that nothing points at yet.</summary>
    private async ValueTask Prepare<TIo>(WritePlan plan, CancellationToken cancellation)
        where TIo : IIo
    {
        foreach (var clear in plan.Clear)
        {
            _store.Zero(clear.Start.Value, clear.Length);
        }

        foreach (var fresh in plan.Fresh)
        {
            await TIo.Write(_store, fresh.Bytes, fresh.Offset.Value, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask Place<TIo>(
        ExtentList place, ReadOnlyMemory<byte> payload, GuestRange range, WriteKind kind,
        CancellationToken cancellation)
        where TIo : IIo
    {
        try
        {
            for (var index = 0; index < place.Count; index++)
            {
                var extent = place[index];
                switch (kind)
                {
                    case WriteKind.Zero:
                        _store.Zero(extent.Host.Value, extent.Length);
                        break;
                    case WriteKind.Discard:
                        _store.Punch(extent.Host.Value, extent.Length);
                        break;
                    default:
                        var part = payload.Slice((int)(extent.Guest - range.Start), (int)extent.Length);
                        await TIo.Write(_store, part, extent.Host.Value, cancellation).ConfigureAwait(false);
                        break;
                }
            }
        }
        finally
        {
            // Behind the writes: a flush in between has taken the mark of those before it. Also when one of them fails:
            // what the others wrote stays, and must be durable with the next flush.
            _needsBarrier = true;
        }
    }

    private async ValueTask<bool> TryApply<TIo>(WritePlan plan)
        where TIo : IIo
    {
        if (plan.Edits.Count == 0)
        {
            return true;
        }

        await TIo.Enter(_metadata, CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (!_cache.TryApply(plan.Edits))
            {
                return false;
            }

            _quarantine.Add(plan.Freed);
            return true;
        }
        finally
        {
            _metadata.Release();
        }
    }

    /// <summary>A write failed before its edits were visible: its new space is free again, its bytes unknown.</summary>
    private async ValueTask GiveUp<TIo>(WritePlan plan)
        where TIo : IIo
    {
        await TIo.Enter(_metadata, CancellationToken.None).ConfigureAwait(false);
        try
        {
            _cache.Unpin(plan.Edits);
            GiveBack(plan);
        }
        finally
        {
            _metadata.Release();
        }
    }

    private void GiveBack(WritePlan plan)
    {
        foreach (var range in plan.Allocated)
        {
            _space.Free(range);
        }
    }
}
