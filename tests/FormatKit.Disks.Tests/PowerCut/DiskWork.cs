using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Does a workload on a disk over a store, and keeps what its guest was promised.</summary>
internal sealed class DiskWork
{
    private const int CacheBytes = 1024; // tables come and go

    private readonly Random _random;
    private readonly CutDriver _driver;
    private readonly CutWorkload _workload;
    private readonly PowerCutStore _store;
    private readonly List<(int Start, int End, Barrier Last)> _flushes = [];
    private DiskImage? _disk;

    internal DiskWork(int seed, CutDriver driver, CutWorkload workload, PowerCutStore store, byte[] content)
    {
        _random = new Random(seed);
        _driver = driver;
        _workload = workload;
        _store = store;
        History = new GuestHistory(content);
    }

    internal GuestHistory History { get; }

    /// <summary>Operations that failed.</summary>
    internal int Failures { get; private set; }

    /// <summary>A workload on a host that does everything.</summary>
    internal static (PowerCutStore Store, DiskWork Work) Record(
        CutDriver driver, CutWorkload workload, CutImage image, int seed)
    {
        var store = new PowerCutStore(new MemoryStore(image.File));
        var work = new DiskWork(seed, driver, workload, store, image.Content);
        work.Run();
        Assert.Equal(0, work.Failures);
        return (store, work);
    }

    /// <summary>Does it all, and goes on after errors of the host.</summary>
    /// <param name="untilFlushFails">Whether it ends with a flush that failed: whoever opens the image after that is
    /// shown by the system what is not on the disk, and can promise nothing for it.</param>
    internal void Run(bool untilFlushFails = false)
    {
        for (var step = 0; step < _workload.Steps && !(untilFlushFails && HasFailedFlush()); step++)
        {
            var number = step;
            Try(() => Step(number));
        }

        Try(Close);
    }

    /// <summary>What the barrier at a position of the journal was for.</summary>
    internal Barrier BarrierAt(int position)
    {
        var (start, end, last) = _flushes.Find(flush => flush.Start <= position && position < flush.End);
        if (end == 0)
        {
            return Barrier.WithinWrite;
        }

        if (last == Barrier.Close)
        {
            return last;
        }

        var journal = _store.Journal;
        var barriers = Enumerable.Range(start, end - start)
            .Where(at => journal[at].Kind == StoreOperationKind.Flush).ToArray();
        return position == barriers[^1] ? Barrier.EndOfFlush
            : position == barriers[0] ? Barrier.BeforeTables
            : Barrier.BetweenRanks;
    }

    private void Step(int step)
    {
        _disk ??= TestDisk.OpenForWriting(_store, _driver.Format, CacheBytes);
        var disk = _disk;
        var (offset, length) = Range();
        var (write, zero, discard, flush) =
            (_workload.Write, _workload.Zero, _workload.Discard, _workload.Flush);
        switch (_random.Next(write + zero + discard + flush + _workload.Reopen))
        {
            case var dice when dice < write:
                var bytes = Bytes.Noise(length, step + 1000);
                Do(offset, bytes, () => disk.Write(bytes, offset));
                break;
            case var dice when dice < write + zero:
                Do(offset, new byte[length], () => disk.WriteZeroes(offset, length));
                break;
            case var dice when dice < write + zero + discard:
                Do(offset, new byte[length], () => disk.Discard(offset, length));
                break;
            case var dice when dice < write + zero + discard + flush:
                Flush(disk);
                break;
            default:
                Close();
                break;
        }
    }

    private void Do(int offset, byte[] bytes, Action write)
    {
        History.BeginWrite(_store.Position, offset, bytes);
        try
        {
            write();
        }
        catch
        {
            History.WriteFailed(offset, bytes.Length);
            throw;
        }
    }

    private void Flush(DiskImage disk)
    {
        var start = _store.Position;
        try
        {
            disk.Flush();
        }
        catch
        {
            History.FlushFailed();
            throw;
        }

        _flushes.Add((start, _store.Position, Barrier.EndOfFlush));
        History.Flushed(_store.Position);
    }

    private void Close()
    {
        using var disk = _disk;
        _disk = null;
        if (disk is not null)
        {
            Flush(disk); // says whether an earlier one has failed, which closing need not say again
            var start = _store.Position;
            disk.Dispose();
            _flushes.Add((start, _store.Position, Barrier.Close));
        }
    }

    /// <summary>Whole units, whole sectors, or anything.</summary>
    private (int Offset, int Length) Range()
    {
        var unit = _random.Next(_workload.OnlyUnits ? 1 : 3) switch { 0 => _driver.Unit, 1 => 512, _ => 1 };
        var wanted = unit == _driver.Unit ? unit * _random.Next(1, 3) : unit * _random.Next(1, unit == 1 ? 3000 : 12);
        var (start, end) = (0, History.Now.Length);
        if (_workload.OnlyAllocated)
        {
            start = _driver.Unit * CutDriver.Allocated[_random.Next(CutDriver.Allocated.Count)];
            end = start + _driver.Unit;
        }

        var offset = start + (_random.Next(end - start) / unit * unit);
        return (offset, Math.Min(end - offset, wanted));
    }

    private bool HasFailedFlush() =>
        _store.Journal.Any(operation => operation.Kind == StoreOperationKind.FailedFlush);

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (IOException)
        {
            Failures++;
        }
    }
}
