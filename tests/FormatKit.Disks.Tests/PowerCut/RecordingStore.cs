using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>A file that remembers in order what was done to it.</summary>
internal sealed class RecordingStore(MemoryStore inner) : StoreDecorator(inner, leaveOpen: true)
{
    private readonly Lock _lock = new();
    private readonly List<HostAction> _log = [];

    internal IReadOnlyList<HostAction> Log => _log;

    /// <summary>How many things were done so far.</summary>
    internal int Position
    {
        get
        {
            lock (_lock)
            {
                return _log.Count;
            }
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        lock (_lock)
        {
            _log.Add(new HostAction(HostActionKind.Write, offset, buffer.Length, buffer.ToArray()));
            base.Write(buffer, offset);
        }
    }

    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        Write(buffer.Span, offset);
        return default;
    }

    public override void Zero(long offset, long length) =>
        Record(new HostAction(HostActionKind.Zero, offset, length, []));

    public override void Punch(long offset, long length) => Zero(offset, length);

    public override void SetLength(long length) =>
        Record(new HostAction(HostActionKind.SetLength, length, 0, []));

    public override void Flush() => Record(new HostAction(HostActionKind.Flush, 0, 0, []));

    public override ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        Flush();
        return default;
    }

    private void Record(HostAction action)
    {
        lock (_lock)
        {
            _log.Add(action);
            switch (action.Kind)
            {
                case HostActionKind.Zero:
                    Inner.Zero(action.Offset, action.Length);
                    break;
                case HostActionKind.SetLength:
                    Inner.SetLength(action.Offset);
                    break;
            }
        }
    }
}
