using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

/// <summary>What was done to an <see cref="ObservedStore"/>.</summary>
public enum StoreAction
{
    Read,
    Write,
    Flush,
    SetLength,
    Zero,
    Punch,
}

/// <summary>One call; for <see cref="StoreAction.SetLength"/> the offset is the new length.</summary>
public readonly record struct StoreCall(StoreAction Action, long Offset, long Length);

/// <summary>
/// Another store, with a record of what is done to it and a place to let any of it fail: what
/// <paramref name="before"/> throws, the call throws, and the inner store is not touched.
/// </summary>
public sealed class ObservedStore(ByteStore inner, Action<StoreCall>? before = null)
    : StoreDecorator(inner, leaveOpen: false)
{
    private readonly Lock _lock = new();
    private readonly List<StoreCall> _calls = [];

    /// <summary>The calls so far, in the order they began.</summary>
    public IReadOnlyList<StoreCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>How often something was done.</summary>
    public int Count(StoreAction action) => Calls.Count(c => c.Action == action);

    public void Forget()
    {
        lock (_lock)
        {
            _calls.Clear();
        }
    }

    public override int Read(Span<byte> buffer, long offset)
    {
        Observe(StoreAction.Read, offset, buffer.Length);
        return base.Read(buffer, offset);
    }

    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        Observe(StoreAction.Read, offset, buffer.Length);
        return base.ReadAsync(buffer, offset, cancellation);
    }

    public override void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        Observe(StoreAction.Write, offset, buffer.Length);
        base.Write(buffer, offset);
    }

    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        Observe(StoreAction.Write, offset, buffer.Length);
        return base.WriteAsync(buffer, offset, cancellation);
    }

    public override void Flush()
    {
        Observe(StoreAction.Flush, 0, 0);
        base.Flush();
    }

    public override ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        Observe(StoreAction.Flush, 0, 0);
        return base.FlushAsync(cancellation);
    }

    public override void SetLength(long length)
    {
        Observe(StoreAction.SetLength, length, 0);
        base.SetLength(length);
    }

    public override void Zero(long offset, long length)
    {
        Observe(StoreAction.Zero, offset, length);
        base.Zero(offset, length);
    }

    public override void Punch(long offset, long length)
    {
        Observe(StoreAction.Punch, offset, length);
        base.Punch(offset, length);
    }

    private void Observe(StoreAction action, long offset, long length)
    {
        var call = new StoreCall(action, offset, length);
        lock (_lock)
        {
            _calls.Add(call);
        }

        before?.Invoke(call);
    }
}
