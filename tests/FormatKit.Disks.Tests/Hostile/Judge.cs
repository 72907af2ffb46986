using System.Security.Cryptography;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Hostile;

/// <summary>
/// What may happen to a file that means harm: it opens and reads the same bytes each time, or it is an
/// <see cref="ImageException"/>; soon, in little memory, and without being changed. Time is this process's, so that
/// what else the machine does makes no difference; these tests run alone in it.
/// </summary>
internal static class Judge
{
    private const long MaxMemory = 32 << 20;
    private const int MaxRead = 64 << 10;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(1);

    /// <summary>Has the file opened, checked and dissected.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">The format as which it is opened and checked, whatever it is.</param>
    /// <param name="what">What was done to it, for failures.</param>
    /// <returns>The error that opening ended in; null when it opened.</returns>
    internal static ImageException? Examine(ByteStore file, ImageFormat format, string what)
    {
        using var frozen = TestDisk.Frozen(new LastingStore(file));
        ImageException? refusal = null;
        Bounded($"{what}: opening", () => refusal = Open(frozen, format));
        Bounded($"{what}: checking", () => Check(frozen, format, refusal, what));
        Bounded($"{what}: listing structures", () =>
        {
            foreach (var any in ImageFormats.All)
            {
                any.Structures(frozen);
            }
        });
        return refusal;
    }

    private static ImageException? Open(ByteStore file, ImageFormat format)
    {
        try
        {
            using var disk = TestDisk.OpenForReading(file, format);
            Assert.Equal(Read(disk), Read(disk));
            return null;
        }
        catch (ImageException e)
        {
            Assert.StartsWith(file.Name, e.Message, StringComparison.Ordinal);
            return e;
        }
    }

    /// <summary>The first and the last bytes, or the error that reading them ends in.</summary>
    private static string Read(DiskImage disk)
    {
        var bytes = new byte[2 * MaxRead];
        var length = (int)Math.Min(MaxRead, disk.Length);
        try
        {
            disk.Read(bytes.AsSpan(0, length), 0);
            disk.Read(bytes.AsSpan(MaxRead, length), disk.Length - length);
            Assert.Equal(length, disk.Map(disk.Length - length, length).Sum(entry => entry.Length));
            return Convert.ToHexString(SHA256.HashData(bytes));
        }
        catch (ImageException e)
        {
            return e.Message;
        }
    }

    private static void Check(ByteStore file, ImageFormat format, ImageException? refusal, string what)
    {
        var report = new CheckReport { Format = format.Name };
        try
        {
            format.Check(file, report);
            Assert.True(refusal is null or BackingException || report.CountOf(CheckSeverity.Corruption) > 0,
                $"{what}: refused, but check finds nothing: {refusal?.Message}");
        }
        catch (ImageException)
        {
            Assert.NotNull(refusal);
        }
    }

    /// <summary>Does something in bounded time and memory; again when it was slow, as what runs first is
    /// compiled.</summary>
    private static void Bounded(string what, Action action)
    {
        if (Measure(what, action) is var first && first >= MaxTime)
        {
            var time = Measure(what, action);
            Assert.True(time < MaxTime, $"{what} took {first}, then {time}");
        }
    }

    private static TimeSpan Measure(string what, Action action)
    {
        var memory = GC.GetAllocatedBytesForCurrentThread();
        var begun = Environment.CpuUsage.TotalTime;
        try
        {
            action();
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{what}: {e.GetType().Name}: {e.Message}", e);
        }

        var time = Environment.CpuUsage.TotalTime - begun;
        memory = GC.GetAllocatedBytesForCurrentThread() - memory;
        Assert.True(memory < MaxMemory, $"{what} took {memory} bytes");
        return time;
    }
}
