namespace FormatKit.Disks.Images;

/// <remarks>What a plan says is carried out: space is cleared, the payload placed, and then tables come to point
/// there.</remarks>
public sealed partial class DiskImage
{
    private async ValueTask PlanAndWrite<TIo>(
        ImageOperation operation, ReadOnlyMemory<byte> payload, GuestRange range, WriteKind kind,
        CancellationToken cancellation)
        where TIo : IIo
    {
        var plan = operation.Plan;
        var isZeroBelow = kind != WriteKind.Data && HasParent && IsZeroBelow(operation, range);
        if (isZeroBelow && await IsAbsent<TIo>(operation, range, cancellation).ConfigureAwait(false))
        {
            return;
        }

        // What hides bytes of the parent must stay in this image, whatever becomes of its storage.
        var planned = kind == WriteKind.Discard && HasParent && !isZeroBelow ? WriteKind.Zero : kind;
        await Plan<TIo>(operation, range, planned, cancellation).ConfigureAwait(false);
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

    /// <summary>What comes before the payload: cleared space, what the parent has of units that are written in part,
    /// and tables that nothing points at yet.</summary>
    private async ValueTask Prepare<TIo>(WritePlan plan, CancellationToken cancellation)
        where TIo : IIo
    {
        foreach (var clear in plan.Clear)
        {
            _store.Zero(clear.Start.Value, clear.Length);
        }

        await FillFromBelow<TIo>(plan.Fill, cancellation).ConfigureAwait(false);
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
}
