using System.Buffers;

namespace FormatKit.Generators.Tests;

/// <summary>
/// What must not allocate: measuring, writing into bytes that are there, refusing bytes by their status.
/// </summary>
public sealed class RecordAllocationTests
{
    private static readonly Wide Sample = new()
    {
        Trees = [new(), new Tree { Inner = [new()] }], Numbers = [1, 2, 3], Blob = new byte[100], Text = "Überblick",
    };

    private static readonly Link Links = new() { Body = new MoreLink { Next = new Link() } };

    [Fact]
    public void Measuring_allocates_nothing() =>
        AllocatesNothing(static () => Records.Measure(Sample) + Records.Measure(Links));

    [Fact]
    public void Writing_into_a_span_allocates_nothing()
    {
        var target = new byte[Records.Measure(Sample) + Records.Measure(Links)];

        AllocatesNothing(() =>
        {
            var written = Records.Write(Sample, target);
            return Records.Write(Links, target.AsSpan(written));
        });
    }

    [Fact]
    public void Writing_into_a_buffer_writer_that_has_room_allocates_nothing()
    {
        var target = new ArrayBufferWriter<byte>(1024);

        AllocatesNothing(() =>
        {
            target.ResetWrittenCount();
            return Records.Write(Sample, target) + Sample.WriteTo(target);
        });
    }

    [Fact]
    public void A_sealed_record_is_written_with_its_checksum_and_allocates_nothing()
    {
        var chunk = new PngChunk { Type = FourCC.Of("IDAT"), Data = new byte[5000] };
        var target = new byte[5012];

        AllocatesNothing(() => Records.Write(chunk, target));
    }

    private static void AllocatesNothing(Func<int> act)
    {
        // What is loaded the first time is not counted.
        _ = act();
        _ = act();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = act();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.True(result > 0);
    }
}
