using System.Globalization;
using System.Runtime.InteropServices;

namespace FormatKit.Benchmarks.Processes;

/// <summary>What a figure depends on, in a line.</summary>
internal static class Machine
{
    internal static void Print(WorkFolder folder)
    {
        var version = folder.File("version.txt");
        ChildProcess.Run([Tools.QemuImg, "--version"], version);
        Print();
        Console.WriteLine(File.ReadLines(version).First());
    }

    /// <summary>As above, where nothing but our own code is measured.</summary>
    internal static void Print()
    {
        var processor = File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ", 2)[^1]
            ?? RuntimeInformation.ProcessArchitecture.ToString();
        var load = string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {processor}, {Environment.ProcessorCount} cores, load {load}"));
        Console.WriteLine($"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
    }
}
