using System.Buffers;

namespace FormatKit.Testing;

public static partial class RecordLaws
{
    /// <summary>The name of <see cref="PiecesAreReadAsTheWhole"/>.</summary>
    public const string PiecesLaw = "pieces are read as the whole";

    /// <summary>
    /// Wherever a record that may go on is cut, more bytes are asked for, more than there are and no more than there
    /// will be; from a sequence of segments and from a feed the same record comes as from one piece.
    /// </summary>
    public static LawResult PiecesAreReadAsTheWhole<T>(ulong? seed = null)
        where T : IBinaryRecord<T>
    {
        var info = Records.InfoOf<T>();
        var hasRest = HasRest(info);
        return ForAll<T>(PiecesLaw, seed, example =>
        {
            var bytes = example.Bytes;
            var whole = Read<T>(bytes);
            foreach (var cut in CutsOf(bytes.Length, example.Salt))
            {
                ExpectMore<T>(info, bytes, cut, hasRest);
                ExpectEqual(
                    info, whole, Records.Parse<T>(Segments(bytes, cut)), $"in segments of {cut} bytes and the rest");
                ExpectEqual(info, whole, Fed<T>(bytes, [cut]), $"from a feed, {cut} bytes and the rest");
            }

            var open = Records.Parse<T>(bytes, isFinal: false);
            Expect(
                info.Name, open.Status == RecordStatus.Complete || (hasRest && open.Status == RecordStatus.NeedMore),
                $"all of its bytes are there, and it is {open.Status}");
            if (bytes.Length > 0) // a feed finds no records in nothing, though one of no bytes may be meant
            {
                ExpectEqual(info, whole, Fed<T>(bytes, Enumerable.Range(1, bytes.Length)), "from a feed, byte by byte");
            }
        });
    }

    private static void ExpectMore<T>(RecordInfo info, byte[] bytes, int cut, bool hasRest)
        where T : IBinaryRecord<T>
    {
        var parse = Records.Parse<T>(bytes.AsSpan(0, cut), isFinal: false);
        Expect(
            info.Name, parse.Status == RecordStatus.NeedMore,
            $"{cut} of {bytes.Length} bytes are there, and it is {parse.Status}");
        Expect(info.Name, parse.Needed > cut, $"{cut} bytes are there, and {parse.Needed} are needed");
        Expect(
            info.Name, parse.Needed <= bytes.Length || hasRest,
            $"{parse.Needed} bytes are said to be needed of {bytes.Length}, of which {cut} are there");
        Expect(info.Name, parse.Violations.Count == 0, $"what is not all there has violations after {cut} bytes");
    }

    private static void ExpectEqual<T>(RecordInfo info, T whole, RecordParse<T> parse, string how)
        where T : IBinaryRecord<T>
    {
        Expect(info.Name, parse.IsValid, $"{how} it is {parse.Status}: {string.Join("; ", parse.Violations)}");
        if (RecordEquality.Difference(info, whole, parse.Value!) is { } difference)
        {
            throw new BrokenClaimException(difference, $"{how} it is another");
        }
    }

    private static void ExpectEqual<T>(RecordInfo info, T whole, T? found, string how)
        where T : IBinaryRecord<T>
    {
        Expect(info.Name, found is not null, $"{how} nothing is read");
        if (RecordEquality.Difference(info, whole, found!) is { } difference)
        {
            throw new BrokenClaimException(difference, $"{how} it is another");
        }
    }

    private static ReadOnlySequence<byte> Segments(byte[] bytes, int length)
    {
        var first = new Segment(bytes.AsMemory(0, length));
        var last = first.Append(bytes.AsMemory(length));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    /// <summary>What a feed gives that gets the bytes in pieces which end at such places.</summary>
    private static T? Fed<T>(byte[] bytes, IEnumerable<int> cuts)
        where T : IBinaryRecord<T>
    {
        var feed = new RecordFeed<T>();
        var start = 0;
        T? found = default;
        var isFound = false;
        foreach (var cut in cuts.Append(bytes.Length))
        {
            feed.Add(bytes.AsSpan(start..cut));
            start = cut;
            if (feed.TryRead(out var early))
            {
                Expect(
                    Records.InfoOf<T>().Name, cut == bytes.Length,
                    $"a feed has a record after {cut} of {bytes.Length} bytes");
                (found, isFound) = (early, true);
            }
        }

        feed.End();
        return !isFound && feed.TryRead(out var value) ? value : found;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
