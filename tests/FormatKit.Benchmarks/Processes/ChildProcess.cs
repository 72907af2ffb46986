using System.Diagnostics;

namespace FormatKit.Benchmarks.Processes;

/// <summary>A tool run to its end, and what it cost. Linux only: nothing else says what one child used.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a tool.</summary>
    /// <param name="command">The tool, found on the path, and its arguments.</param>
    /// <param name="outputFile">Takes what the tool writes to both its outputs.</param>
    /// <param name="afterwards">Done after the tool has ended, and timed with it.</param>
    /// <exception cref="InvalidOperationException">The tool failed; its output is in the message.</exception>
    internal static RunCost Run(IReadOnlyList<string> command, string outputFile, Action? afterwards = null)
    {
        using var spawn = new Spawn(outputFile);
        var watch = Stopwatch.StartNew();
        var process = spawn.Start(command);
        using var memory = new MemoryWatch(process);
        var (status, usage) = Spawn.Wait(process);
        afterwards?.Invoke();
        var seconds = watch.Elapsed.TotalSeconds;
        if (status != 0)
        {
            throw new InvalidOperationException(
                $"{string.Join(' ', command)}: failed (status {status}).\n{File.ReadAllText(outputFile)}");
        }

        return new RunCost(seconds, usage.CpuSeconds, memory.PeakBytes);
    }
}
