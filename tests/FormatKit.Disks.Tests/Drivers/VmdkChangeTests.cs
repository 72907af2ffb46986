using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.Storage;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>What a sparse VMDK says of being changed: the unclean mark and the content id.</summary>
public sealed class VmdkChangeTests
{
    [Fact]
    public void Opening_for_writing_reading_and_writing_nothing_changes_no_byte()
    {
        var before = VmdkBytes.Sparse();
        using var file = new MemoryStore(before);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            Bytes.All(disk);
            disk.Write([], 0);
            disk.WriteZeroes(100, 0);
            disk.Flush();
        }

        Assert.Equal(before, file.ToArray());
    }

    [Fact]
    public void The_mark_and_the_new_content_id_are_durable_before_anything_else_is_written()
    {
        var file = new MemoryStore(VmdkBytes.Sparse());
        var store = new ObservedStore(new LastingStore(file));
        using var disk = TestDisk.OpenForWriting(store, ImageFormats.Vmdk);
        disk.Write(Bytes.Noise(10, 1), 0);

        var calls = store.Calls.Where(call => call.Action != StoreAction.Read).ToList();
        Assert.Equal(
            [StoreAction.Write, StoreAction.Write, StoreAction.Flush, StoreAction.Write],
            calls.Select(call => call.Action));
        Assert.Equal(0, calls[0].Offset);
        Assert.Equal(1, Vmdk4Header.View(file.ToArray().AsSpan(0, 512)).UncleanShutdown);
    }

    [Fact]
    public void A_write_that_waited_while_making_the_mark_durable_failed_writes_nothing()
    {
        using var isFailing = new ManualResetEventSlim();
        using var mayFail = new ManualResetEventSlim();
        var store = new ObservedStore(new LastingStore(new MemoryStore(VmdkBytes.Sparse())), call =>
        {
            if (call.Action == StoreAction.Flush && !isFailing.IsSet)
            {
                isFailing.Set();
                mayFail.Wait(TestContext.Current.CancellationToken);
                throw new IOException("no longer there");
            }
        });
        using var disk = TestDisk.OpenForWriting(store, ImageFormats.Vmdk);
        var first = Task.Run(() => disk.Write([1], 0), TestContext.Current.CancellationToken);
        isFailing.Wait(TestContext.Current.CancellationToken);
        var refusal = default(Exception);
        var second = new Thread(() => refusal = Record.Exception(() => disk.Write([1], 0)));
        second.Start();
        Assert.True(SpinWait.SpinUntil(
            () => second.ThreadState == ThreadState.WaitSleepJoin, TimeSpan.FromSeconds(10)));
        store.Forget();
        mayFail.Set();
        second.Join();

        Assert.IsType<IOException>(Record.Exception(() => first.GetAwaiter().GetResult()));
        Assert.IsType<ImageException>(refusal);
        Assert.Equal(0, store.Count(StoreAction.Write));
    }

    [Fact]
    public void Closing_takes_the_mark_away_last_of_all_behind_a_barrier()
    {
        var file = new MemoryStore(VmdkBytes.Sparse());
        var store = new ObservedStore(new LastingStore(file));
        using (var disk = TestDisk.OpenForWriting(store, ImageFormats.Vmdk))
        {
            disk.Write(Bytes.Noise(10, 1), 5 * VmdkBytes.GrainSize);
        }

        var calls = store.Calls.TakeLast(3).ToList();
        Assert.Equal([StoreAction.Flush, StoreAction.Write, StoreAction.Flush], calls.Select(call => call.Action));
        Assert.Equal(0, calls[1].Offset);
        Assert.Equal(0, Vmdk4Header.View(file.ToArray().AsSpan(0, 512)).UncleanShutdown);
    }

    [Fact]
    public void An_image_that_was_not_closed_says_so_until_it_was()
    {
        var file = new MemoryStore(VmdkBytes.Sparse());
        var crashed = TestDisk.OpenForWriting(file, ImageFormats.Vmdk);
        crashed.Write(Bytes.Noise(10, 1), 0);
        crashed.Flush();
        crashed.Abandon();

        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            Assert.Contains("not closed", Assert.Single(disk.Warnings), StringComparison.Ordinal);
            disk.Write(Bytes.Noise(10, 2), 0);
        }

        using var again = TestDisk.OpenForReading(file);
        Assert.Empty(again.Warnings);
    }

    [Theory]
    [InlineData("CID=12345678", 8)]
    [InlineData("CID=fe", 2)]
    [InlineData("cid = \"00000001\"", 8)]
    public void The_content_id_changes_once_an_open_and_nothing_else_of_the_descriptor(string line, int digits)
    {
        var text = VmdkBytes.Descriptor.Replace("CID=12345678", line, StringComparison.Ordinal);
        using var file = new MemoryStore(VmdkBytes.Sparse().WithDescriptor(text));
        using var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk);
        disk.Write(Bytes.Noise(10, 1), 0);
        var first = file.ToArray().DescriptorOf();
        disk.Discard(0, VmdkBytes.GuestLength);
        disk.Flush();

        Assert.Equal(first, file.ToArray().DescriptorOf());
        Assert.NotEqual(text, first);
        Assert.Equal(text.Length, first.Length);
        var changed = Enumerable.Range(0, text.Length).Where(at => text[at] != first[at]).ToList();
        Assert.InRange(changed[^1] - changed[0], 0, digits - 1);
        Assert.NotEqual(VmdkDescriptor.NoContentId, VmdkDescriptor.Parse(file.ToArray().AsSpan(512)).ContentId);
    }

    [Fact]
    public void Reserved_bytes_of_the_header_and_what_follows_the_descriptor_survive()
    {
        var bytes = VmdkBytes.Sparse();
        bytes.AsSpan(79, 433).Fill(0x5A);
        bytes.AsSpan(512 + (19 * 512), 512).Fill(0x5B);
        using var file = new MemoryStore([.. bytes]);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            disk.Write(Bytes.Noise(10, 1), 0);
        }

        var after = file.ToArray();
        Bytes.AssertEqual(bytes.AsSpan(0, 512), after.AsSpan(0, 512));
        Bytes.AssertEqual(bytes.AsSpan(512 + (19 * 512), 512), after.AsSpan(512 + (19 * 512), 512));
    }

    [Fact]
    public void A_disk_without_a_content_id_is_written_and_its_reader_told()
    {
        var text = VmdkBytes.Descriptor.Replace("CID=12345678\n", "", StringComparison.Ordinal);
        using var file = new MemoryStore(VmdkBytes.Sparse().WithDescriptor(text));
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            Assert.Contains("content id", Assert.Single(disk.Warnings), StringComparison.Ordinal);
            disk.Write(Bytes.Noise(10, 1), 0);
        }

        Assert.Equal(text, file.ToArray().DescriptorOf());
    }
}
