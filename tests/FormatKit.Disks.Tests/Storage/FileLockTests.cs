using System.Diagnostics;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

/// <summary>
/// Locks between stores. They belong to the open file, not to the process, so two stores of one process stand for two
/// processes.
/// </summary>
public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public FileLockTests() => _path = _folder.File("a.vhd", [1, 2, 3]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Readers_are_let_in_beside_readers()
    {
        using var first = FileStore.Open(_path, FileOpenOptions.ForReading);
        using var second = FileStore.Open(_path, FileOpenOptions.ForReading);
    }

    [Fact]
    public void A_reader_is_not_let_in_beside_a_writer_and_is_told_how_to_read_anyway()
    {
        using var writer = FileStore.Open(_path, FileOpenOptions.ForWriting);

        var e = Assert.Throws<ImageLockedException>(() => FileStore.Open(_path, FileOpenOptions.ForReading));

        Assert.StartsWith(_path, e.Message, StringComparison.Ordinal);
        Assert.Contains("--force-share", e.Message, StringComparison.Ordinal);
        using var forced = FileStore.Open(_path, FileOpenOptions.ForReadingUnlocked);
        Assert.Equal(3, forced.Length);
    }

    [Fact]
    public void A_writer_is_not_let_in_beside_a_reader_or_a_writer()
    {
        using (FileStore.Open(_path, FileOpenOptions.ForReading))
        {
            Assert.Throws<ImageLockedException>(() => FileStore.Open(_path, FileOpenOptions.ForWriting));
        }

        using (FileStore.Open(_path, FileOpenOptions.ForWriting))
        {
            var e = Assert.Throws<ImageLockedException>(() => FileStore.Open(_path, FileOpenOptions.ForWriting));
            Assert.DoesNotContain("--force-share", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_lock_ends_with_its_store_and_a_refused_one_leaves_none_behind()
    {
        var writer = FileStore.Open(_path, FileOpenOptions.ForWriting);
        Assert.Throws<ImageLockedException>(() => FileStore.Open(_path, FileOpenOptions.ForReading));
        writer.Dispose();

        FileStore.Open(_path, FileOpenOptions.ForWriting).Dispose();
    }

    [Fact]
    public async Task A_lock_is_not_kept_by_processes_being_started_meanwhile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere handles are not copied");
        using var stop = new CancellationTokenSource();
        var starting = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    Process.Start("true").WaitForExit();
                }
            },
            TestContext.Current.CancellationToken);

        for (var round = 0; round < 500; round++)
        {
            FileStore.Open(_path, FileOpenOptions.ForReading).Dispose();
            FileStore.Open(_path, FileOpenOptions.ForWriting).Dispose();
        }

        await stop.CancelAsync();
        await starting;
    }

    [Fact]
    public void A_file_just_created_is_locked()
    {
        using var created = FileStore.Create(_folder["new"]);

        Assert.Throws<ImageLockedException>(() => FileStore.Open(_folder["new"], FileOpenOptions.ForReading));
    }

    [Fact]
    public void The_holder_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells who holds a lock");
        using var writer = FileStore.Open(_path, FileOpenOptions.ForWriting);

        var e = Assert.Throws<ImageLockedException>(() => FileStore.Open(_path, FileOpenOptions.ForReading));

        Assert.Equal(["this process"], e.Holders);
        Assert.Equal(_path, e.Path);
        Assert.Equal(StoreSharing.Shared, e.Requested);
    }

    [Fact]
    public void Of_many_writers_at_once_at_most_one_gets_in()
    {
        for (var round = 0; round < 50; round++)
        {
            var inside = 0;
            Parallel.For(0, 4, _ =>
            {
                try
                {
                    using var store = FileStore.Open(_path, FileOpenOptions.ForWriting);
                    Assert.Equal(1, Interlocked.Increment(ref inside));
                    Interlocked.Decrement(ref inside);
                }
                catch (ImageLockedException)
                {
                }
            });
        }
    }
}
