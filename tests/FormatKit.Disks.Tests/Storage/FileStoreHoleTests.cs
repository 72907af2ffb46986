using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

/// <summary>Holes as the host's file system has them. Without holes there, nothing here can be said.</summary>
public sealed class FileStoreHoleTests : IDisposable
{
    private const int MiB = 1 << 20;

    private readonly TemporaryFolder _folder = new();
    private readonly FileStore _store;

    public FileStoreHoleTests()
    {
        _store = FileStore.Create(_folder["a.img"]);
        _store.SetLength(MiB);
        var hasHoles = _store.RunAt(0, MiB).IsHole;
        _store.SetLength(0);
        if (!hasHoles)
        {
            Dispose();
            Assert.Skip("the file system of the temporary folder has no map of holes");
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Data_between_holes_is_found()
    {
        _store.SetLength(64L << 30);
        _store.Write(new byte[MiB], 32L << 30);
        _store.Flush();

        Assert.Equal(new StoreRun(32L << 30, IsHole: true), _store.RunAt(0, long.MaxValue));
        Assert.Equal(new StoreRun(MiB, IsHole: false), _store.RunAt(32L << 30, long.MaxValue));
        Assert.Equal(new StoreRun((32L << 30) - MiB, IsHole: true), _store.RunAt((32L << 30) + MiB, long.MaxValue));
        Assert.Equal(new StoreRun(100, IsHole: false), _store.RunAt((32L << 30) + 5, 100));
        Assert.InRange(_store.AllocatedBytes, MiB, 2 * MiB);
    }

    [Fact]
    public void Punch_gives_storage_back()
    {
        _store.Write(Enumerable.Repeat((byte)1, 4 * MiB).ToArray(), 0);
        _store.Flush();
        var before = _store.AllocatedBytes;

        _store.Punch(MiB, 2 * MiB);

        Assert.Equal(before - 2 * MiB, _store.AllocatedBytes);
        Assert.Equal(new StoreRun(2 * MiB, IsHole: true), _store.RunAt(MiB, long.MaxValue));
        Assert.Equal(4 * MiB, _store.Length);
    }

    [Fact]
    public void Zero_keeps_storage_reserved()
    {
        _store.Write(Enumerable.Repeat((byte)1, 4 * MiB).ToArray(), 0);
        _store.Flush();
        var before = _store.AllocatedBytes;

        _store.Zero(MiB, 2 * MiB);
        _store.Flush();

        Assert.InRange(_store.AllocatedBytes, before, long.MaxValue);
        Assert.Equal(4 * MiB, _store.Length);
    }
}
