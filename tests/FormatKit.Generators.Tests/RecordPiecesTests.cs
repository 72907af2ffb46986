using System.Buffers;
using System.Buffers.Binary;
using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

/// <summary>Records from bytes in pieces, and into other things than arrays.</summary>
public sealed class RecordPiecesTests
{
    private static readonly byte[] Stream = TwoChunks();

    [Fact]
    public void What_is_needed_grows_with_what_is_known()
    {
        Assert.Equal(8, Records.Parse<PngChunk>([], isFinal: false).Needed);
        Assert.Equal(8, Records.Parse<PngChunk>(Stream.AsSpan(0, 7), isFinal: false).Needed);
        Assert.Equal(10, Records.Parse<PngChunk>(Stream.AsSpan(0, 8), isFinal: false).Needed);
        Assert.Equal(14, Records.Parse<PngChunk>(Stream.AsSpan(0, 10), isFinal: false).Needed);
        Assert.Equal(14, Records.Parse<PngChunk>(Stream.AsSpan(0, 14), isFinal: false).Consumed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(13)]
    [InlineData(26)]
    public void However_the_bytes_are_cut_the_records_are_the_same(int size)
    {
        var feed = new RecordFeed<PngChunk>();
        var chunks = new List<string>();
        foreach (var piece in Stream.Chunk(size))
        {
            feed.Add(piece);
            while (feed.TryRead(out var chunk))
            {
                chunks.Add($"{chunk.Type} {Convert.ToHexString(chunk.Data)}");
            }
        }

        feed.End();
        Assert.Equal(["\"tEXt\" 0102", "\"IEND\" "], chunks);
        Assert.Equal(0, feed.Waiting);
    }

    [Fact]
    public void An_end_within_a_record_is_an_error()
    {
        var feed = new RecordFeed<PngChunk>();
        feed.Add(Stream.AsSpan(0, 9));
        Assert.False(feed.TryRead(out _));

        feed.End();

        var error = Assert.Throws<RecordException>(() => feed.TryRead(out _));
        Assert.Equal(ViolationKind.Truncated, Assert.Single(error.Violations).Kind);
    }

    [Fact]
    public void Nothing_follows_the_end()
    {
        var feed = new RecordFeed<PngChunk>();
        feed.End();

        Assert.Throws<InvalidOperationException>(() => feed.Add([1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public void A_sequence_of_segments_is_read_as_a_whole(int size)
    {
        var parse = Records.Parse<PngChunk>(Segments(Stream, size));

        Assert.Equal((true, 14), (parse.IsValid, parse.Consumed));
        SameBytes([1, 2], parse.Value!.Data);
    }

    [Fact]
    public void A_sequence_that_ends_too_early_is_broken_or_needs_more()
    {
        var cut = Segments(Stream.AsSpan(0, 12).ToArray(), 5);

        Assert.Equal(RecordStatus.Broken, Records.Parse<PngChunk>(cut).Status);
        var open = Records.Parse<PngChunk>(cut, isFinal: false);
        Assert.Equal((RecordStatus.NeedMore, 14L), (open.Status, open.Needed));
    }

    [Fact]
    public void A_buffer_writer_gets_as_many_bytes_as_were_measured()
    {
        var writer = new ArrayBufferWriter<byte>();
        var chunk = PngChunk.Read(Stream);

        Assert.Equal(14, chunk.WriteTo(writer));
        SameBytes(Stream.AsSpan(0, 14), writer.WrittenSpan);
    }

    [Fact]
    public void A_buffer_that_is_too_short_stays_as_it_was()
    {
        var buffer = new byte[13];

        var error = Assert.Throws<ArgumentException>(() => Records.Write(PngChunk.Read(Stream), buffer));
        Assert.StartsWith("PngChunk has 14 bytes here; there is room for 13.", error.Message, StringComparison.Ordinal);
        Assert.All(buffer, written => Assert.Equal(0, written));
    }

    [Fact]
    public void Reading_allocates_the_values_and_nothing_else()
    {
        for (var warm = 0; warm < 50; warm++)
        {
            _ = Records.Parse<PngChunk>(Stream);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var chunk = Records.Parse<PngChunk>(Stream);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // The object of four fields and an array of two bytes; the initializer's empty array is shared.
        Assert.True(chunk.IsValid);
        Assert.InRange(allocated, 1, 80);
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        var (chunk, buffer) = (PngChunk.Read(Stream), new byte[14]);
        for (var warm = 0; warm < 50; warm++)
        {
            Records.Write(chunk, buffer);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Records.Write(chunk, buffer);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // The first chunk's checksum bit by bit, and the last one as published.
    private static byte[] TwoChunks()
    {
        var bytes = Convert.FromHexString("00000002744558740102" + "00000000" + "0000000049454E44AE426082");
        var sum = uint.MaxValue;
        foreach (var part in bytes.AsSpan(4, 6))
        {
            sum ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(10), ~sum);
        return bytes;
    }

    private static ReadOnlySequence<byte> Segments(byte[] bytes, int size)
    {
        Segment? first = null, last = null;
        foreach (var piece in bytes.Chunk(size))
        {
            last = new Segment(piece, last);
            first ??= last;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? before)
        {
            Memory = bytes;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
