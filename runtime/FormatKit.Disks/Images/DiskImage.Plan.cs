namespace FormatKit.Disks.Images;

/// <remarks>What a write is to do: planned under the metadata lock, with the space it takes.</remarks>
public sealed partial class DiskImage
{
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
                else
                {
                    // Made, they needed space, and have it.
                    return await TryMakeTables<TIo>(plan, cancellation).ConfigureAwait(false)
                        ? PlanResult.NeedsSpace : result;
                }
            }

            _space.Undo(plan);
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
        finally
        {
            if (!applied)
            {
                _cache.Unpin(plan.Edits);
                GiveBack(plan);
            }
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
