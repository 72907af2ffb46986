using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vmdk;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Whenever the power goes, content that has changed has another content id, and a file in which anything has
/// changed and that was not closed says so.</summary>
public sealed class VmdkMarkCutTests
{
    [Fact]
    public void No_loss_of_power_leaves_changed_content_under_the_old_content_id()
    {
        var (cuts, changed) = (0, 0);
        foreach (var cut in Record().Cuts())
        {
            using var file = cut.File;
            cuts++;
            if (!Content(file).AsSpan().SequenceEqual(VmdkBytes.Sparse().GuestContent()))
            {
                changed++;
                Assert.NotEqual(IdOf(VmdkBytes.Sparse()), IdOf(file.ToArray()));
                Assert.Equal(1, Header(file.ToArray()).UncleanShutdown);
            }
        }

        Assert.InRange(changed, 10, cuts - 1);
    }

    [Fact]
    public void Without_the_barrier_behind_the_mark_it_would()
    {
        var store = Record();
        var first = store.Journal.Select((operation, index) => (operation.Kind, index))
            .First(operation => operation.Kind == StoreOperationKind.Flush).index;

        Assert.Contains(store.Cuts(new CutSampling { SwallowedFlush = first, Effort = 4 }), cut =>
            !Content(cut.File).AsSpan().SequenceEqual(VmdkBytes.Sparse().GuestContent())
            && (IdOf(VmdkBytes.Sparse()) == IdOf(cut.File.ToArray())
                || Header(cut.File.ToArray()).UncleanShutdown == 0));
    }

    [Fact]
    public void The_mark_is_taken_away_only_when_all_that_was_written_is_there()
    {
        var store = Record(close: true);
        var whole = store.Cuts(new CutSampling { OnlyNow = true }).Last();
        var expected = Content(whole.File);
        var closed = 0;
        foreach (var cut in store.Cuts())
        {
            if (IdOf(cut.File.ToArray()) == IdOf(whole.File.ToArray())
                && Header(cut.File.ToArray()).UncleanShutdown == 0
                && !Content(cut.File).AsSpan().SequenceEqual(VmdkBytes.Sparse().GuestContent()))
            {
                closed++;
                Bytes.AssertEqual(expected, Content(cut.File));
            }
        }

        Assert.InRange(closed, 1, int.MaxValue);
    }

    /// <summary>Overwritten and new grains, a discarded one, in three flushes.</summary>
    private static PowerCutStore Record(bool close = false)
    {
        var store = new PowerCutStore(new MemoryStore(VmdkBytes.Sparse()));
        var disk = TestDisk.OpenForWriting(store, ImageFormats.Vmdk);
        disk.Write(Bytes.Noise(700, 1), 300);
        disk.Flush();
        disk.Write(Bytes.Noise(700, 2), (5 * VmdkBytes.GrainSize) + 100);
        disk.Discard(3 * VmdkBytes.GrainSize, VmdkBytes.GrainSize);
        disk.Flush();
        disk.Write(Bytes.Noise(700, 3), VmdkBytes.TableSpan);
        if (close)
        {
            disk.Dispose();
        }

        return store;
    }

    private static byte[] Content(MemoryStore file)
    {
        using var disk = TestDisk.OpenForReading(file, ImageFormats.Vmdk);
        return Bytes.All(disk);
    }

    private static uint? IdOf(byte[] file) => VmdkDescriptor.Parse(file.AsSpan(VmdkBytes.DescriptorAt)).ContentId;

    private static Vmdk4Header Header(byte[] file) => Vmdk4Header.View(file.AsSpan(0, VmdkBytes.SectorSize));
}
