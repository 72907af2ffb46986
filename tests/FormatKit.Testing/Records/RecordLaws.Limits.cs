namespace FormatKit.Testing;

public static partial class RecordLaws
{
    /// <summary>The name of <see cref="HostileNumbersCostNothing"/>.</summary>
    public const string LimitLaw = "hostile numbers cost nothing";

    /// <summary>What reading may allocate whatever the input says, and more for each of its bytes.</summary>
    private const int BytesAllowed = 32 * 1024;
    private const int BytesAllowedForEach = 256;

    /// <summary>
    /// With any count, length or number before something as great as its bytes allow, reading allocates no more than
    /// the bytes that are there are worth, whether the input may go on or not.
    /// </summary>
    public static LawResult HostileNumbersCostNothing<T>(ulong? seed = null)
        where T : IBinaryRecord<T>
    {
        var info = Records.InfoOf<T>();
        var tried = 0;
        var result = ForAll<T>(LimitLaw, seed, example =>
        {
            var parts = RecordDecoder.TryRead(info, example.Bytes)?.Parts ?? [];
            foreach (var part in parts.Where(part => part.IsNumber))
            {
                tried++;
                foreach (var number in Hostile(part.Field.Width))
                {
                    byte[] bytes = [.. example.Bytes];
                    RecordValues.Write(part.Field, bytes.AsSpan(part.Offset, part.Field.Width), number);
                    ExpectCheap<T>(part, bytes, number);
                }
            }
        });
        return tried > 0 ? result : new LawResult(LimitLaw, 0, "the record has no count and no length");
    }

    private static IEnumerable<ulong> Hostile(int width)
    {
        var max = ulong.MaxValue >> (64 - (8 * width));
        ulong[] numbers =
        [
            max, max - 1, max / 2, (max / 2) + 1, max / 16, RecordLimits.Count, RecordLimits.Length, 0xFFFF,
        ];
        return numbers.Where(number => number <= max).Distinct();
    }

    private static void ExpectCheap<T>(RecordPart part, byte[] bytes, ulong number)
        where T : IBinaryRecord<T>
    {
        var budget = BytesAllowed + ((long)BytesAllowedForEach * bytes.Length);
        foreach (var isFinal in new[] { true, false })
        {
            // The second time counts: the first one may load what it uses.
            if (Allocated<T>(bytes, isFinal) > budget
                && Allocated<T>(bytes, isFinal) is var allocated && allocated > budget)
            {
                throw part.Broken($"{number} makes reading {bytes.Length} bytes allocate {allocated}");
            }
        }
    }

    private static long Allocated<T>(byte[] bytes, bool isFinal)
        where T : IBinaryRecord<T>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = Records.Parse<T>(bytes, isFinal);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
