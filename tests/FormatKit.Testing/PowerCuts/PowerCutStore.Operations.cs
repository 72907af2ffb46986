using FormatKit.Disks.Storage;

namespace FormatKit.Testing.PowerCuts;

public sealed partial class PowerCutStore
{
    private static readonly StoreFault Dead = new(StoreError.PowerCut);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer, long offset)
    {
        lock (_lock)
        {
            var operation = new StoreOperation(StoreOperationKind.Read, offset, buffer.Length);
            if (Ask(operation) is not { } fault)
            {
                return Inner.Read(buffer, offset);
            }

            Inner.Read(buffer[..(int)Math.Min(buffer.Length, fault.BytesDone)], offset);
            throw Fail(operation, fault);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer, long offset, CancellationToken cancellation = default) =>
        cancellation.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellation)
            : new ValueTask<int>(Read(buffer.Span, offset));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer, long offset)
    {
        if (buffer.IsEmpty)
        {
            Inner.Write(buffer, offset);
            return;
        }

        Do(new StoreOperation(StoreOperationKind.Write, offset, buffer.Length, buffer.ToArray()));
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, long offset, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellation);
        }

        Write(buffer.Span, offset);
        return default;
    }

    /// <inheritdoc/>
    public override void Zero(long offset, long length) => DoInside(StoreOperationKind.Zero, offset, length);

    /// <inheritdoc/>
    public override void Punch(long offset, long length) => DoInside(StoreOperationKind.Punch, offset, length);

    /// <inheritdoc/>
    public override void SetLength(long length) => Do(new StoreOperation(StoreOperationKind.SetLength, length, 0));

    /// <inheritdoc/>
    public override void Flush() => Do(new StoreOperation(StoreOperationKind.Flush, 0, 0));

    /// <inheritdoc/>
    public override ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellation);
        }

        Flush();
        return default;
    }

    /// <inheritdoc/>
    public override void BeginFlush()
    {
        ThrowIfCut();
        base.BeginFlush();
    }

    /// <inheritdoc/>
    public override StoreRun RunAt(long offset, long limit)
    {
        ThrowIfCut();
        return base.RunAt(offset, limit);
    }

    /// <summary>Copies nothing, so that all bytes pass through reading and writing, where they can fail.</summary>
    public override long TryCopyTo(long offset, ByteStore target, long targetOffset, long length)
    {
        ThrowIfCut();
        return base.TryCopyTo(offset, target, targetOffset, Math.Min(length, 0));
    }

    private void DoInside(StoreOperationKind kind, long offset, long length)
    {
        lock (_lock)
        {
            var inside = Math.Clamp(Inner.Length - offset, 0, Math.Max(0, length));
            if (offset < 0 || length < 0 || inside == 0)
            {
                new StoreOperation(kind, offset, length).ApplyTo(Inner); // refuses, or does nothing
                return;
            }

            Do(new StoreOperation(kind, offset, inside));
        }
    }

    private void Do(StoreOperation operation)
    {
        lock (_lock)
        {
            if (Ask(operation) is { } fault)
            {
                throw Fail(operation, fault);
            }

            operation.ApplyTo(Inner);
            _journal.Add(operation);
        }
    }

    private StoreFault? Ask(StoreOperation operation)
    {
        _ = Inner;
        return IsCut ? Dead : Fault?.Invoke(operation);
    }

    /// <summary>Does what is done of an operation that fails.</summary>
    private IOException Fail(StoreOperation operation, StoreFault fault)
    {
        if (fault.Error == StoreError.PowerCut)
        {
            // Any part of it may be done, which is what the journal means before a barrier. Of the barrier, nothing.
            if (!IsCut && operation.Kind is not (StoreOperationKind.Read or StoreOperationKind.Flush))
            {
                _journal.Add(operation);
            }

            IsCut = true;
        }
        else if (operation.Kind == StoreOperationKind.Flush)
        {
            _journal.Add(operation with { Kind = StoreOperationKind.FailedFlush });
        }
        else if (operation.HasRange && fault.BytesDone > 0)
        {
            var done = operation.Prefix(fault.BytesDone);
            done.ApplyTo(Inner);
            _journal.Add(done);
        }

        return fault.ToException(Name, operation);
    }

    private void ThrowIfCut()
    {
        if (IsCut)
        {
            throw Dead.ToException(Name, new StoreOperation(StoreOperationKind.Read, 0, 0));
        }
    }
}
