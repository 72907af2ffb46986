namespace FormatKit.Benchmarks.Processes;

/// <summary>What one run of a tool cost.</summary>
/// <param name="Seconds">From start to end.</param>
/// <param name="CpuSeconds">On processors, in user and system mode.</param>
/// <param name="PeakBytes">Memory at its peak, as last seen; 0 when the tool was too quick to be seen.</param>
internal sealed record RunCost(double Seconds, double CpuSeconds, long PeakBytes);
