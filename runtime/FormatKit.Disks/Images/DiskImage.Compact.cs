using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <remarks>
/// Units are dropped and moved by their numbers. A move is a write whose payload is in the file already: it is copied to
/// where nothing points, and the flush that follows makes it durable before the table that points there. While units
/// are moved nobody may write to the image.
/// </remarks>
public sealed partial class DiskImage
{
    /// <summary>What moves this image's units; null when it has none or they stay where they are.</summary>
    internal IMovesUnits? Mover => _driver as IMovesUnits;

    /// <summary>The regions of the file as its tables have them, without what is not flushed.</summary>
    internal IEnumerable<Region> Regions() => _driver.Regions(new ScannedTables(_store, _mends));

    /// <summary>The guest bytes of a unit.</summary>
    internal GuestRange RangeOfUnit(long unit)
    {
        var start = unit * AllocationUnit;
        return new GuestRange(new GuestOffset(start), Math.Min(AllocationUnit, Length - start));
    }

    /// <summary>What is used and what is not. Nothing that was freed by then is given to a write of this image any
    /// more.</summary>
    /// <param name="most">How many of the last units are looked at.</param>
    internal UnitMap SurveyUnits(int most)
    {
        SyncIo.Complete(SyncIo.Enter(_metadata, default));
        try
        {
            _space.Forget();
            var map = UnitMap.Of(Regions(), _store.Length, most);
            foreach (var range in _quarantine.Held())
            {
                map.Reserve(range);
            }

            return map;
        }
        finally
        {
            _metadata.Release();
        }
    }

    /// <summary>Takes a unit out of the file; its guest then sees what is there without it.</summary>
    /// <returns>False, and nothing done, when it is not in the file or has to stay.</returns>
    internal bool DropUnit(long unit)
    {
        var range = RangeOfUnit(unit);
        return EditUnit(unit, operation =>
        {
            SyncIo.Complete(Plan<SyncIo>(operation, range, WriteKind.Discard, default));
            return operation.Plan.Freed.Count > 0;
        });
    }

    /// <summary>Copies a unit, and has the tables say so.</summary>
    internal void MoveUnit(UnitMove move, UnitPlace place, byte[] buffer)
    {
        var mover = Mover ?? throw new NotSupportedException($"{Name}: its units cannot be moved.");
        SyncIo.Complete(BeginChanging<SyncIo>(default));
        CopyUnit(move, place, buffer);
        EditUnit(move.Unit, operation =>
        {
            while (!TryPlanMove(mover, operation, move))
            {
                SyncIo.Complete(LoadMissing<SyncIo>(operation, default));
            }

            return true;
        });
    }

    /// <summary>Cuts off the end of the file what nothing uses, when everything is flushed.</summary>
    internal void CutEnd()
    {
        var map = SurveyUnits(0);
        if (!_store.CanResize || EndOf(map.End) >= _store.Length)
        {
            return;
        }

        SyncIo.Complete(BeginChanging<SyncIo>(default));
        SyncIo.Complete(SyncIo.Enter(_flushing, default));
        SyncIo.Complete(SyncIo.Enter(_metadata, default));
        try
        {
            ThrowIfBroken();
            _space.Cut(map.End);
            _store.SetLength(SyncIo.Complete(WriteEnd<SyncIo>(map.End, default)));
            SyncIo.Complete(Barrier<SyncIo>());
        }
        finally
        {
            _metadata.Release();
            _flushing.Release();
        }
    }

    /// <summary>The length of a file whose used part ends somewhere.</summary>
    internal long EndOf(HostOffset end) =>
        _driver.PlanGrowth(end).Select(write => write.Range.End.Value).Append(end.Value).Max();

    /// <summary>Plans under a unit's lock, and carries out a plan that is nothing but edits.</summary>
    private bool EditUnit(long unit, Func<ImageOperation, bool> plan)
    {
        SyncIo.Complete(BeginChanging<SyncIo>(default));
        var operation = Rent();
        var epoch = _gate.Enter();
        var unitLock = _units.Of(unit);
        SyncIo.Complete(SyncIo.Enter(unitLock, default));
        try
        {
            if (!plan(operation))
            {
                SyncIo.Complete(GiveUp<SyncIo>(operation.Plan));
                return false;
            }

            Apply(operation.Plan);
        }
        finally
        {
            unitLock.Release();
            operation.LetGo();
            _gate.Leave(epoch);
            Return(operation);
        }

        if (_cache.DirtyBytes > MaxDirtyBytes)
        {
            SyncIo.Complete(FlushCore<SyncIo>(default));
        }

        return true;
    }

    private void Apply(WritePlan plan)
    {
        try
        {
            while (!SyncIo.Complete(TryApply<SyncIo>(plan)))
            {
                SyncIo.Complete(FlushCore<SyncIo>(default));
            }
        }
        catch
        {
            SyncIo.Complete(GiveUp<SyncIo>(plan));
            throw;
        }
    }

    private bool TryPlanMove(IMovesUnits mover, ImageOperation operation, UnitMove move)
    {
        SyncIo.Complete(SyncIo.Enter(_metadata, default));
        try
        {
            ThrowIfBroken();
            operation.Plan.Reset();
            if (mover.PlanMove(operation.Tables, move.Unit, move.To, operation.Plan) != PlanResult.Ready)
            {
                return false;
            }

            if (_cache.TryPin(operation.Plan.Edits, out var dropped))
            {
                return true;
            }

            operation.Tables.Missing = dropped;
            return false;
        }
        finally
        {
            _metadata.Release();
        }
    }

    /// <summary>Holes stay holes: what was in the gap before goes, and data only are written.</summary>
    private void CopyUnit(UnitMove move, UnitPlace place, byte[] buffer)
    {
        _store.Punch(move.To.Value, place.Length);
        _needsBarrier = true;
        for (var done = 0L; done < move.From.Length;)
        {
            var from = move.From.Start.Value + done;
            var run = _store.RunAt(from, Math.Min(buffer.Length, move.From.Length - done));
            if (!run.IsHole)
            {
                var bytes = buffer.AsSpan(0, (int)run.Length);
                _store.ReadExactly(bytes, from);
                _store.Write(bytes, move.To.Value + done);
            }

            done += run.Length;
        }

        _needsBarrier = true; // behind the writes, see Place
    }
}
