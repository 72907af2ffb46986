namespace FormatKit.Testing.PowerCuts;

/// <summary>How an operation fails.</summary>
/// <remarks>
/// A host that reads or writes less than it was asked for is asked again for the rest, below the store; a user of the
/// store comes to see a short read or write only when the rest fails. So that is what a fault can be: some bytes, and
/// then an error.
/// </remarks>
/// <param name="Error">What the host says.</param>
/// <param name="BytesDone">Bytes from the start of the range that were read or written before that; any number, not
/// only whole sectors.</param>
public sealed record StoreFault(StoreError Error, long BytesDone = 0)
{
    /// <summary>A rule for <see cref="PowerCutStore.Fault"/>: one call fails, or all from then on.</summary>
    /// <param name="call">Which of the calls that the rule is asked about, counted from 1.</param>
    /// <param name="fault">How it fails.</param>
    /// <param name="lasts">Whether all later ones fail too.</param>
    public static Func<StoreOperation, StoreFault?> AtCall(int call, StoreFault fault, bool lasts = false)
    {
        var made = 0;
        return _ => ++made == call || (lasts && made > call) ? fault : null;
    }

    /// <summary>A rule for <see cref="PowerCutStore.Fault"/>: a kind of operation fails, always.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="fault">How it fails.</param>
    public static Func<StoreOperation, StoreFault?> Of(StoreOperationKind kind, StoreFault fault) =>
        operation => operation.Kind == kind ? fault : null;

    /// <summary>A rule for <see cref="PowerCutStore.Fault"/>: the disk has room for so many bytes and no more; of a
    /// write over that border, what has room is written.</summary>
    /// <param name="bytes">The length that the store can have.</param>
    public static Func<StoreOperation, StoreFault?> Room(long bytes) => operation => operation.Kind switch
    {
        StoreOperationKind.Write when operation.End > bytes =>
            new StoreFault(StoreError.NoSpace, Math.Max(0, bytes - operation.Offset)),
        _ => null,
    };

    /// <summary>What the store throws.</summary>
    internal IOException ToException(string name, StoreOperation operation)
    {
        var (said, code) = Error switch
        {
            StoreError.NoSpace => ("no space left on device", NoSpace),
            StoreError.PowerCut => ("the power went", Io),
            _ => ("input/output error", Io),
        };
        return new IOException($"{name}: {operation}: {said}.", code);
    }

    /// <summary>ERROR_DISK_FULL as an HRESULT; elsewhere the runtime hands the error number on, and ENOSPC is 28 on
    /// Linux and macOS.</summary>
    private static int NoSpace => OperatingSystem.IsWindows() ? unchecked((int)0x8007_0070) : 28;

    /// <summary>ERROR_IO_DEVICE; EIO.</summary>
    private static int Io => OperatingSystem.IsWindows() ? unchecked((int)0x8007_045D) : 5;
}
