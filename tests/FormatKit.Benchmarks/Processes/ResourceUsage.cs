using System.Runtime.InteropServices;

namespace FormatKit.Benchmarks.Processes;

/// <summary><c>struct rusage</c> of 64-bit systems: two times of two longs, then fourteen longs.</summary>
[StructLayout(LayoutKind.Sequential, Size = 18 * sizeof(long))]
internal struct ResourceUsage
{
    internal long UserSeconds;
    internal long UserMicroseconds;
    internal long SystemSeconds;
    internal long SystemMicroseconds;

    internal readonly double CpuSeconds =>
        UserSeconds + SystemSeconds + ((UserMicroseconds + SystemMicroseconds) / 1e6);
}
