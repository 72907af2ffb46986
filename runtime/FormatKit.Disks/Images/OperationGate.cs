namespace FormatKit.Disks.Images;

/// <summary>
/// Knows when all operations that began before a moment have ended, so that space they may still use is not given to
/// another block. Operations enter and leave an epoch; an epoch ends when the one before it has no operation left.
/// </summary>
internal sealed class OperationGate
{
    private readonly long[] _inside = new long[2];
    private long _epoch;

    /// <summary>The epoch that operations enter now.</summary>
    public long Epoch => Interlocked.Read(ref _epoch);

    /// <summary>Begins an operation.</summary>
    /// <returns>The epoch to leave.</returns>
    public long Enter()
    {
        while (true)
        {
            var epoch = Epoch;
            Interlocked.Increment(ref _inside[epoch & 1]);
            if (epoch == Epoch)
            {
                return epoch;
            }

            Interlocked.Decrement(ref _inside[epoch & 1]);
        }
    }

    /// <summary>Ends an operation.</summary>
    public void Leave(long epoch) => Interlocked.Decrement(ref _inside[epoch & 1]);

    /// <summary>
    /// Ends epochs as far as possible. Called by one thread at a time.
    /// </summary>
    /// <returns>The oldest epoch in which an operation may still be.</returns>
    public long Advance()
    {
        for (var round = 0; round < 2 && Interlocked.Read(ref _inside[(_epoch + 1) & 1]) == 0; round++)
        {
            Interlocked.Increment(ref _epoch);
        }

        return Epoch - 1;
    }
}
