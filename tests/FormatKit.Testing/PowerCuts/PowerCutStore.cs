using FormatKit.Disks.Storage;

namespace FormatKit.Testing.PowerCuts;

/// <summary>
/// A store over a disk that can fail and lose its power. Its user sees the bytes of another store, as through a
/// system's cache; what is durable of them is another question, and <see cref="Cuts"/> answers it.
/// </summary>
/// <remarks>
/// <para>The model of a cut: it comes at any operation, also in the middle of one. Everything before the last barrier
/// that returned is there. Of what came after it, every sector of 512 bytes and every change of length is there or not,
/// on its own, in any order: of a write past the end there may be the length without the bytes, and of a cut of the
/// length followed by writes behind it only those. Where several writes hit one sector, a later one is never
/// undone by an earlier one.</para>
/// <para>After a barrier that failed, what came before it may be lost for good, although the store still shows it and
/// later barriers succeed: systems report a lost write once.</para>
/// <para>Calls are done one after the other, also those of different threads; asynchronous ones end before they
/// return. Keeps in memory a copy of the store as it was, and everything that is written.</para>
/// </remarks>
public sealed partial class PowerCutStore : StoreDecorator
{
    private readonly Lock _lock = new();
    private readonly MemoryStore _initial;
    private readonly List<StoreOperation> _journal = [];

    /// <summary>A store over another one, all of whose bytes are durable.</summary>
    /// <param name="inner">What the user sees.</param>
    /// <param name="leaveOpen">Whether it stays open when this one is disposed.</param>
    public PowerCutStore(ByteStore inner, bool leaveOpen = false)
        : base(inner, leaveOpen) => _initial = CopyOf(inner);

    /// <summary>Asked before each operation, reads too, whether and how it fails; null when none does. Not asked about
    /// reads and writes of nothing, nor about hints.</summary>
    public Func<StoreOperation, StoreFault?>? Fault { get; set; }

    /// <summary>What was done so far, in order, without the reads.</summary>
    public IReadOnlyList<StoreOperation> Journal
    {
        get
        {
            lock (_lock)
            {
                return [.. _journal];
            }
        }
    }

    /// <summary>How much was done so far: the length of the journal.</summary>
    public int Position
    {
        get
        {
            lock (_lock)
            {
                return _journal.Count;
            }
        }
    }

    /// <summary>Whether the power went. From then on every operation throws <see cref="IOException"/>; what the store
    /// is can still be asked.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The power goes, between two operations. For the middle of one, see <see cref="Fault"/> and
    /// <see cref="StoreError.PowerCut"/>.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            IsCut = true;
        }
    }

    /// <summary>The files that a cut may have left, at any moment up to now.</summary>
    /// <param name="sampling">Which of them; null for the usual.</param>
    public IEnumerable<PowerCut> Cuts(CutSampling? sampling = null)
    {
        sampling ??= new CutSampling();
        var journal = Journal;
        var random = new Random(sampling.Seed);
        var parts = new CutParts(_initial.Clone());
        for (var at = 0; at < journal.Count; at++)
        {
            if (journal[at].Kind == StoreOperationKind.FailedFlush)
            {
                parts.Doubt();
            }
            else if (journal[at].Kind != StoreOperationKind.Flush)
            {
                parts.Add(at, journal[at]);
            }
            else if (at != sampling.SwallowedFlush)
            {
                foreach (var cut in sampling.OnlyNow ? [] : CutsAt(at))
                {
                    yield return cut;
                }

                parts.Settle(at + 1);
            }
        }

        foreach (var cut in CutsAt(journal.Count))
        {
            yield return cut;
        }

        IEnumerable<PowerCut> CutsAt(int latest) =>
            sampling.SwallowedFlush is { } swallowed && (swallowed >= latest || !parts.Includes(swallowed))
                ? []
                : parts.Cuts(latest, random, sampling.Effort);
    }

    private static MemoryStore CopyOf(ByteStore store)
    {
        if (store is MemoryStore memory)
        {
            return memory.Clone();
        }

        var copy = new MemoryStore(store.Length, store.Name);
        for (var at = 0L; at < copy.Length;)
        {
            var run = store.RunAt(at, 1 << 20);
            if (!run.IsHole)
            {
                var bytes = new byte[run.Length];
                store.ReadExactly(bytes, at);
                copy.Write(bytes, at);
            }

            at += run.Length;
        }

        return copy;
    }
}
