namespace FormatKit.Disks.Images;

/// <summary>Locks for allocation units, a fixed number shared by all: two units may have to wait for each
/// other.</summary>
internal sealed class UnitLocks
{
    private readonly SemaphoreSlim[] _locks =
        [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public SemaphoreSlim Of(long unit) => _locks[unit & (_locks.Length - 1)];
}
