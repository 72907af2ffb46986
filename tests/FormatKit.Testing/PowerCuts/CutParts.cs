using FormatKit.Disks.Storage;

namespace FormatKit.Testing.PowerCuts;

/// <summary>What was done to a file since its last barrier, in parts of which each may be lost.</summary>
internal sealed class CutParts(MemoryStore durable)
{
    private readonly List<Part> _parts = [];
    private int _start;
    private long _length = durable.Length;
    private bool _hasDoubt;

    private enum PartState
    {
        Pending,
        Doubtful, // before a barrier that failed
        Done,     // behind one, and in front of a barrier that did not
    }

    private readonly record struct Part(int Position, StoreOperation Operation, PartState State);

    /// <summary>Whether a barrier at this position would have settled something here.</summary>
    internal bool Includes(int position) => position >= _start;

    internal void Add(int position, StoreOperation operation)
    {
        if (operation.Kind == StoreOperationKind.Write && operation.End > _length)
        {
            // The new length is in another place of the host's disk than the bytes, and may be all that is kept.
            Add(position, new StoreOperation(StoreOperationKind.Extend, operation.End, 0), PartState.Pending);
        }

        foreach (var part in operation.Parts())
        {
            Add(position, part, PartState.Pending);
        }

        _length = operation.Kind switch
        {
            StoreOperationKind.Write => Math.Max(_length, operation.End),
            StoreOperationKind.SetLength => operation.Offset,
            _ => _length,
        };
    }

    /// <summary>A barrier has failed: the host has dropped what it could not write, forgets that it did, and no later
    /// barrier brings it back.</summary>
    internal void Doubt()
    {
        for (var index = 0; index < _parts.Count; index++)
        {
            var part = _parts[index];
            _parts[index] = part with { State = part.State == PartState.Done ? part.State : PartState.Doubtful };
        }

        _hasDoubt = true;
    }

    /// <summary>A barrier is done.</summary>
    /// <param name="position">The first operation behind it.</param>
    internal void Settle(int position)
    {
        _start = position;
        if (_hasDoubt)
        {
            for (var index = 0; index < _parts.Count; index++)
            {
                var part = _parts[index];
                _parts[index] = part with { State = part.State == PartState.Pending ? PartState.Done : part.State };
            }

            return;
        }

        _parts.ForEach(part => part.Operation.ApplyTo(durable));
        _parts.Clear();
    }

    internal IEnumerable<PowerCut> Cuts(int latest, Random random, int effort)
    {
        var optional = _parts.Where(part => part.State != PartState.Done).Select(part => part.Position).ToArray();
        return CutChoices.Of(optional, random, effort).Select(chosen => Cut(latest, chosen));
    }

    private PowerCut Cut(int latest, bool[] chosen)
    {
        var file = durable.Clone();
        var earliest = _start;
        var index = 0;
        foreach (var part in _parts)
        {
            if (part.State == PartState.Done || chosen[index++])
            {
                part.Operation.ApplyTo(file);
                earliest = Math.Max(earliest, part.Position + 1);
            }
        }

        return new PowerCut(earliest, latest, file);
    }

    private void Add(int position, StoreOperation part, PartState state) => _parts.Add(new Part(position, part, state));
}
