using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Storage;

public sealed class OverlayStoreContractTests : ResizableStoreContract
{
    protected override ByteStore Make(byte[] content) => new OverlayStore(new MemoryStore(content));
}

public sealed class OverlayStoreTests
{
    [Fact]
    public void What_is_below_is_never_changed_and_seen_where_nothing_was_written()
    {
        var content = Bytes.Noise(20_000, 1);
        using var below = TestDisk.Frozen(new MemoryStore(content));
        using var store = new OverlayStore(below, leaveOpen: true);
        byte[] expected = [.. content, 9];

        store.Write([7, 8], 4095);
        store.Zero(9000, 5000);
        store.Write([9], 20_000);
        store.Flush();
        expected[4095] = 7;
        expected[4096] = 8;
        expected.AsSpan(9000, 5000).Clear();

        var found = new byte[30_000];
        Assert.Equal(20_001, store.Read(found, 0));
        Assert.Equal(expected, found[..20_001]);
    }

    [Fact]
    public void Holes_below_are_holes_up_to_what_was_written()
    {
        using var store = new OverlayStore(new MemoryStore(3L << 40));
        store.Write([1], 1L << 40);

        Assert.Equal(new StoreRun(1L << 40, IsHole: true), store.RunAt(0, long.MaxValue));
        Assert.Equal(4096, store.AllocatedBytes);
    }
}
