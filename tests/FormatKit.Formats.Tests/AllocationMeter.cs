namespace FormatKit.Formats.Tests;

/// <summary>What an action allocates once everything it uses is loaded.</summary>
internal static class AllocationMeter
{
    private const int Times = 100;

    internal static long BytesOf(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < Times; time++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
