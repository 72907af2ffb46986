using FormatKit.Disks.Storage;

namespace FormatKit.Testing.PowerCuts;

/// <summary>One thing that is done to a store.</summary>
/// <param name="Kind">What.</param>
/// <param name="Offset">The first byte; of <see cref="StoreOperationKind.SetLength"/> and
/// <see cref="StoreOperationKind.Extend"/> the new length in bytes.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Bytes">What is written; empty for everything but a write.</param>
public readonly record struct StoreOperation(
    StoreOperationKind Kind, long Offset, long Length, ReadOnlyMemory<byte> Bytes = default)
{
    /// <summary>Bytes of a file that become durable together: a sector, which disks write whole or not at
    /// all.</summary>
    public const int SectorSize = 512;

    /// <summary>The first byte behind the range.</summary>
    public long End => Offset + Length;

    /// <summary>Whether the operation has a range of bytes, so that it can be done in part.</summary>
    public bool HasRange => Kind is StoreOperationKind.Write or StoreOperationKind.Zero or StoreOperationKind.Punch;

    /// <summary>The first bytes of the operation, as a host does them that fails in the middle.</summary>
    /// <param name="length">How many bytes, of an operation that <see cref="HasRange"/>.</param>
    public StoreOperation Prefix(long length)
    {
        length = Math.Min(length, Length);
        return this with { Length = length, Bytes = Bytes[..(int)Math.Min(length, Bytes.Length)] };
    }

    /// <summary>The parts that a disk does or does not do, each as a whole: sectors, or a change of length.</summary>
    public IEnumerable<StoreOperation> Parts()
    {
        if (!HasRange)
        {
            yield return this;
            yield break;
        }

        for (var at = Offset; at < End;)
        {
            var end = Math.Min(End, (at / SectorSize * SectorSize) + SectorSize);
            var bytes = Bytes.IsEmpty ? default : Bytes[(int)(at - Offset)..(int)(end - Offset)];
            yield return new StoreOperation(Kind, at, end - at, bytes);
            at = end;
        }
    }

    /// <summary>Does it to a store. Reading changes nothing, and neither does a barrier that failed.</summary>
    /// <param name="store">The store.</param>
    /// <exception cref="IOException">The store refuses.</exception>
    public void ApplyTo(ByteStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        switch (Kind)
        {
            case StoreOperationKind.Write:
                store.Write(Bytes.Span, Offset);
                break;
            case StoreOperationKind.Zero:
                store.Zero(Offset, Length);
                break;
            case StoreOperationKind.Punch:
                store.Punch(Offset, Length);
                break;
            case StoreOperationKind.SetLength:
                store.SetLength(Offset);
                break;
            case StoreOperationKind.Extend when store.Length < Offset:
                store.SetLength(Offset);
                break;
            case StoreOperationKind.Flush:
                store.Flush();
                break;
        }
    }

    /// <summary>The operation as failure messages name it.</summary>
    public override string ToString() => Kind switch
    {
        StoreOperationKind.Flush or StoreOperationKind.FailedFlush => $"{Kind}",
        StoreOperationKind.SetLength or StoreOperationKind.Extend => $"{Kind} to {Offset}",
        _ => $"{Kind} of {Length} bytes at byte {Offset}",
    };
}
