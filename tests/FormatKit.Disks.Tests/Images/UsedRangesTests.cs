using FormatKit.Disks.Images;
using FormatKit.Formats;

namespace FormatKit.Disks.Tests.Images;

/// <summary>Runs and overlaps, against an array of counters.</summary>
public sealed class UsedRangesTests
{
    [Fact]
    public void Runs_and_contested_places_are_those_of_a_plain_array()
    {
        const int Size = 4000;
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var used = new UsedRanges();
            var counters = new int[Size];
            for (var count = random.Next(60); count > 0; count--)
            {
                var start = random.Next(Size);
                var length = Math.Min(Size - start, random.Next(seed % 3 == 0 ? 200 : 12));
                used.Add(Range(start, length));
                foreach (ref var counter in counters.AsSpan(start, length))
                {
                    counter++;
                }
            }

            Assert.Equal(Where(counters, 1), used.Runs());
            Assert.Equal(Where(counters, 2), used.Contested());
            Assert.Equal(counters.Any(counter => counter > 1), used.Overlaps > 0);
        }
    }

    [Fact]
    public void Many_more_than_are_kept_unsorted_are_sorted_in_between()
    {
        const int Count = 300_000;
        var used = new UsedRanges();
        foreach (var index in Enumerable.Range(0, Count).OrderBy(index => (index * 7919L) % Count))
        {
            used.Add(Range(index * 10L, 10));
        }

        Assert.Equal([Range(0, Count * 10L)], used.Runs());
        Assert.Equal(0, used.Overlaps);
        used.Add(Range(55, 1));
        Assert.Equal([Range(55, 1)], used.Contested());
    }

    private static HostRange Range(long start, long length) => new(new HostOffset(start), length);

    private static List<HostRange> Where(int[] counters, int least)
    {
        var runs = new List<HostRange>();
        for (var at = 0; at < counters.Length; at++)
        {
            if (counters[at] >= least)
            {
                var start = at;
                while (at < counters.Length && counters[at] >= least)
                {
                    at++;
                }

                runs.Add(Range(start, at - start));
            }
        }

        return runs;
    }
}
