using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

/// <summary>The contract on a slice of a device that begins and ends inside a sector.</summary>
public sealed class BlockDeviceStoreContractTests : FixedStoreContract
{
    private const int Start = 5000;

    private readonly TemporaryFolder _folder = new();
    private readonly List<LoopDevice> _devices = [];

    protected override ByteStore Make(byte[] content)
    {
        var device = LoopDevice.AttachOrSkip(_folder.File($"{_devices.Count}", new byte[4 << 20]));
        _devices.Add(device);
        var store = BlockDeviceStore.Open(device.Path, FileOpenOptions.ForWriting);
        store.Write(content, Start);
        return new SliceStore(store, Start, content.Length);
    }

    protected override void CleanUp()
    {
        _devices.ForEach(d => d.Dispose());
        _folder.Dispose();
    }
}

public sealed class BlockDeviceStoreTests : IDisposable
{
    private const int Size = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_size_is_that_of_the_device_and_fixed()
    {
        using var device = LoopDevice.AttachOrSkip(_folder.File("a", new byte[Size]));
        using var store = HostStore.Open(device.Path, FileOpenOptions.ForWriting);

        Assert.IsType<BlockDeviceStore>(store);
        Assert.Equal(Size, store.Length);
        Assert.Equal(Size, store.AllocatedBytes);
        Assert.Equal(new StoreRun(Size, IsHole: false), store.RunAt(0, long.MaxValue));
        Assert.False(store.CanResize);
        Assert.Throws<NotSupportedException>(() => store.SetLength(Size));
        var e = Assert.Throws<IOException>(() => store.Write([1, 2], Size - 1));
        Assert.StartsWith(device.Path, e.Message, StringComparison.Ordinal);
        await store.WriteAsync(new byte[] { 1 }, Size - 1, TestContext.Current.CancellationToken);
        store.Flush();
        Assert.Equal(1, File.ReadAllBytes(_folder["a"])[^1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Zeros_reach_the_device(bool punch)
    {
        var content = Enumerable.Repeat((byte)1, Size).ToArray();
        using var device = LoopDevice.AttachOrSkip(_folder.File("a", content));
        using (var store = HostStore.Open(device.Path, FileOpenOptions.ForWriting))
        {
            (punch ? (Action<long, long>)store.Punch : store.Zero)(4095, 500_000);
            store.Flush();
        }

        content.AsSpan(4095, 500_000).Clear();
        Assert.Equal(content, File.ReadAllBytes(_folder["a"]));
    }

    [Fact]
    public async Task A_device_open_for_reading_refuses_every_change()
    {
        using var device = LoopDevice.AttachOrSkip(_folder.File("a", new byte[Size]));
        using var store = HostStore.Open(device.Path, FileOpenOptions.ForReading);

        await ReadOnlyAssert.RefusesChanges(store);
    }

    [Fact]
    public void A_device_is_written_by_one_at_a_time()
    {
        using var device = LoopDevice.AttachOrSkip(_folder.File("a", new byte[Size]));
        using var store = HostStore.Open(device.Path, FileOpenOptions.ForWriting);

        Assert.Throws<ImageLockedException>(() => HostStore.Open(device.Path, FileOpenOptions.ForReading));
        var e = Assert.ThrowsAny<IOException>(() => HostStore.Open(device.Path, FileOpenOptions.ForWriting));
        Assert.StartsWith(device.Path, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_no_file_and_a_file_no_device()
    {
        using var device = LoopDevice.AttachOrSkip(_folder.File("a", new byte[Size]));

        var file = Assert.Throws<IOException>(() => FileStore.Open(device.Path, FileOpenOptions.ForReading));
        Assert.Equal($"{device.Path}: this is a block device, not a regular file.", file.Message);
        Assert.Throws<IOException>(() => PendingFile.Create(device.Path));
        Assert.Throws<IOException>(() => BlockDeviceStore.Open(_folder["a"], FileOpenOptions.ForReading));
    }
}
