using FormatKit.Disks.Storage;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>The model of a power cut: what a file may be afterwards. Each letter is a sector.</summary>
public sealed class PowerCutStoreTests
{
    [Fact]
    public void A_write_is_lost_or_kept() => AssertMayBe("ab", store => store.Write("X", 0), "Xb", "ab");

    [Fact]
    public void A_write_is_torn_at_sectors() =>
        AssertMayBe("ab", store => store.Write("XY", 0), "XY", "Xb", "aY", "ab");

    [Fact]
    public void A_sector_is_never_torn() =>
        AssertMayBe("ab", store => store.Write(new byte[512], 256), "??", "?b", "a?", "ab");

    [Fact]
    public void Two_writes_become_durable_in_any_order() => AssertMayBe(
        "ab",
        store =>
        {
            store.Write("X", 0);
            store.Write("Y", 1);
        },
        "XY", "Xb", "aY", "ab");

    [Fact]
    public void An_earlier_write_does_not_undo_a_later_one_of_the_same_sector() => AssertMayBe(
        "a",
        store =>
        {
            store.Write("X", 0);
            store.Write("Y", 0);
        },
        "X", "Y", "a");

    [Fact]
    public void Zeros_are_lost_or_kept_like_writes() =>
        AssertMayBe("ab", store => store.Zero(0, 1024), "..", ".b", "a.", "ab");

    [Fact]
    public void So_is_a_hole() => AssertMayBe("ab", store => store.Punch(0, 512), ".b", "ab");

    [Fact]
    public void A_file_may_have_grown_without_the_bytes() =>
        AssertMayBe("a", store => store.Write("X", 1), "a", "a.", "aX");

    [Fact]
    public void A_cut_of_the_length_may_be_lost_while_what_was_written_behind_it_is_kept() => AssertMayBe(
        "abc",
        store =>
        {
            store.SetLength(512);
            store.Write("X", 1);
        },
        "a", "a.", "aX", "aXc", "abc");

    [Fact]
    public void What_a_barrier_has_seen_is_there() => AssertMayBe(
        "ab",
        store =>
        {
            store.Write("X", 0);
            store.Flush();
            store.Write("Y", 1);
        },
        "XY", "Xb");

    [Fact]
    public void A_barrier_that_is_cut_off_itself_has_done_nothing() => AssertMayBe(
        "a",
        store =>
        {
            store.Write("X", 0);
            store.Fault = StoreFault.Of(StoreOperationKind.Flush, new StoreFault(StoreError.PowerCut));
            Assert.Throws<IOException>(store.Flush);
        },
        "X", "a");

    [Fact]
    public void A_cut_in_the_middle_of_a_write_leaves_any_part_of_it() => AssertMayBe(
        "ab",
        store =>
        {
            store.Fault = StoreFault.AtCall(1, new StoreFault(StoreError.PowerCut));
            Assert.Throws<IOException>(() => store.Write("XY", 0));
        },
        "XY", "Xb", "aY", "ab");

    [Fact]
    public void After_a_failed_barrier_what_came_before_may_be_lost_although_later_ones_succeed() => AssertMayBe(
        "ab",
        store =>
        {
            store.Write("X", 0);
            store.Fault = StoreFault.AtCall(1, new StoreFault(StoreError.Io));
            Assert.Throws<IOException>(store.Flush);
            store.Write("Y", 1);
            store.Flush();
            Assert.Equal("XY", SectorText.Of(Live(store)));
        },
        "XY", "aY");

    [Fact]
    public void What_was_written_again_after_a_failed_barrier_is_there() => AssertMayBe(
        "a",
        store =>
        {
            store.Write("X", 0);
            store.Fault = StoreFault.AtCall(1, new StoreFault(StoreError.Io));
            Assert.Throws<IOException>(store.Flush);
            store.Write("Y", 0);
            store.Flush();
        },
        "Y");

    [Fact]
    public async Task After_a_cut_every_operation_fails_and_nothing_changes()
    {
        var file = new MemoryStore(SectorText.Bytes("a"));
        var store = new PowerCutStore(file);
        store.Cut();

        Assert.Throws<IOException>(() => store.Read(new byte[1], 0));
        Assert.Throws<IOException>(() => store.Write("X", 0));
        Assert.Throws<IOException>(() => store.Zero(0, 1));
        Assert.Throws<IOException>(() => store.Punch(0, 1));
        Assert.Throws<IOException>(() => store.SetLength(0));
        Assert.Throws<IOException>(store.Flush);
        Assert.Throws<IOException>(store.BeginFlush);
        Assert.Throws<IOException>(() => store.RunAt(0, 1));
        Assert.Throws<IOException>(() => store.TryCopyTo(0, new MemoryStore(), 0, 1));
        await Assert.ThrowsAsync<IOException>(
            async () => await store.FlushAsync(TestContext.Current.CancellationToken));
        Assert.Equal("a", SectorText.Of(file));
        Assert.Equal(["a"], store.NowOrLost());
    }

    [Fact]
    public void Every_moment_is_tried_and_says_when_it_was()
    {
        var store = Over("ab");
        store.Write("X", 0); // operation 0; its barrier is operation 1
        store.Flush();
        store.Write("Y", 1); // operation 2

        Assert.Equal(
            [("ab", 0, 1), ("Xb", 1, 1), ("Xb", 2, 3), ("XY", 3, 3)],
            store.Cuts().Select(cut => (SectorText.Of(cut.File), cut.Earliest, cut.Latest)));
    }

    [Fact]
    public void A_barrier_that_was_swallowed_keeps_nothing()
    {
        var store = Over("ab");
        store.Write("X", 0);
        store.Flush();
        store.Write("Y", 1);

        Assert.Equal(
            ["XY", "Xb", "aY", "ab"],
            store.Cuts(new CutSampling { SwallowedFlush = 1 }).Select(cut => SectorText.Of(cut.File))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_many_parts_a_sample_has_nothing_all_and_each_operation_alone()
    {
        var store = Over(new string('a', 100));
        for (var write = 0; write < 10; write++)
        {
            store.Write(new string('X', 10), write * 10);
        }

        var files = store.NowOrLost();
        Assert.Contains(new string('a', 100), files);
        Assert.Contains(new string('X', 100), files);
        Assert.All(Enumerable.Range(0, 10), write => Assert.Contains(
            new string('a', write * 10) + new string('X', 10) + new string('a', 90 - (write * 10)), files));
        Assert.Contains(files, file => file.Count(sector => sector == 'X') % 10 != 0);
    }

    private static PowerCutStore Over(string text) => new(new MemoryStore(SectorText.Bytes(text)));

    private static MemoryStore Live(PowerCutStore store)
    {
        var bytes = new byte[store.Length];
        store.ReadExactly(bytes, 0);
        return new MemoryStore(bytes);
    }

    private static void AssertMayBe(string before, Action<PowerCutStore> work, params string[] after)
    {
        var store = Over(before);
        work(store);
        Assert.Equal(after, store.NowOrLost());
    }
}
