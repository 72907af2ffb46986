using FormatKit.Disks.Images;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Model;

/// <summary>Many threads, each with ranges of its own, among one another in the same units and sectors.</summary>
internal static class ParallelSteps
{
    internal const int Threads = 6;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Lets each thread do its steps; a thread is given its number and random numbers of its own.</summary>
    internal static Task Run(int seed, int stepsPerThread, Func<int, Random, Task> step) =>
        Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            var random = new Random((seed * 1000) + thread);
            for (var at = 0; at < stepsPerThread; at++)
            {
                await step(thread, random);
            }
        }, Cancellation)));

    /// <summary>One step in a range that is the caller's alone, by the synchronous or the asynchronous way.</summary>
    internal static async Task Step(DiskImage disk, byte[] expected, int offset, int length, Random random)
    {
        var mine = expected.AsMemory(offset, length);
        switch (random.Next(8))
        {
            case 0:
                disk.Discard(offset, length);
                mine.Span.Clear();
                break;
            case 1:
                await disk.WriteZeroesAsync(offset, length, Cancellation);
                mine.Span.Clear();
                break;
            case 2:
                if (random.Next(4) == 0)
                {
                    await disk.FlushAsync(Cancellation);
                }

                break;
            case 3 or 4:
                random.NextBytes(mine.Span);
                disk.Write(mine.Span, offset);
                break;
            case 5:
                random.NextBytes(mine.Span);
                await disk.WriteAsync(mine, offset, Cancellation);
                break;
            default:
                var found = new byte[length];
                await disk.ReadAsync(found, offset, Cancellation);
                Bytes.AssertEqual(mine.Span, found, $"{length} bytes at {offset}:");
                break;
        }
    }

    /// <summary>The disk cut in random places, so that neighbours share sectors and blocks.</summary>
    internal static (int Offset, int Length)[] Pieces(int length, Random random)
    {
        var cuts = Enumerable.Range(0, 20 * Threads - 1).Select(_ => random.Next(length)).Append(0).Append(length)
            .Order().ToArray();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => (from, to - from))];
    }
}
