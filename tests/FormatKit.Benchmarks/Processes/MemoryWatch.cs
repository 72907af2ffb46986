using System.Globalization;

namespace FormatKit.Benchmarks.Processes;

/// <summary>
/// The peak memory of a process, looked up while it runs. What wait4(2) says would be at least this program's own peak:
/// a child begins with the memory of its parent, and the kernel keeps that peak when the child becomes another program.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    // Milliseconds: often at first, for tools that are soon done, then seldom, so as not to disturb the others.
    private const int ShortInterval = 1;
    private const int LongInterval = 10;
    private const int ShortLooks = 100;

    private readonly Thread _thread;
    private readonly ManualResetEventSlim _ended = new();
    private readonly string _status;

    internal MemoryWatch(int process)
    {
        _status = $"/proc/{process}/status";
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    internal long PeakBytes { get; private set; }

    public void Dispose()
    {
        _ended.Set();
        _thread.Join();
        _ended.Dispose();
    }

    private static bool IsPeak(string line) => line.StartsWith("VmHWM:", StringComparison.Ordinal);

    private void Watch()
    {
        for (var look = 0; !_ended.Wait(look < ShortLooks ? ShortInterval : LongInterval); look++)
        {
            try
            {
                var peak = File.ReadLines(_status).FirstOrDefault(IsPeak);
                PeakBytes = peak is null
                    ? PeakBytes
                    : 1024 * long.Parse(peak.Split()[^2], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                return; // It has ended.
            }
        }
    }
}
