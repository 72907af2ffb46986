using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

public sealed class FileStoreCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _content = new byte[300_000];
    private readonly FileStore _source;

    public FileStoreCopyTests()
    {
        new Random(1).NextBytes(_content);
        _source = FileStore.Open(_folder.File("source", _content), FileOpenOptions.ForReading);
    }

    public void Dispose()
    {
        _source.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_copied_is_the_range_and_the_target_grows()
    {
        using var target = FileStore.Create(_folder["target"]);

        var copied = Copied(_source.TryCopyTo(1000, target, 70_000, 200_000));

        Assert.Equal(70_000 + copied, target.Length);
        var read = new byte[copied];
        target.ReadExactly(read, 70_000);
        Assert.Equal(_content[1000..(1000 + (int)copied)], read);
    }

    [Fact]
    public void The_source_is_cut_at_its_end()
    {
        using var target = FileStore.Create(_folder["target"]);

        Assert.Equal(10, Copied(_source.TryCopyTo(299_990, target, 0, long.MaxValue)));
        Assert.Equal(0, _source.TryCopyTo(300_000, target, 0, 10));
        Assert.Equal(0, _source.TryCopyTo(long.MaxValue, target, 0, 10));
        Assert.Equal(_content[299_990..], File.ReadAllBytes(_folder["target"]));
    }

    [Fact]
    public void Slices_and_read_only_views_copy_what_they_show()
    {
        using var target = FileStore.Create(_folder["target"]);
        using var slice = new SliceStore(new ReadOnlyStore(_source, leaveOpen: true), 100, 50);

        Assert.Equal(40, Copied(slice.TryCopyTo(10, target, 0, 1000)));
        Assert.Equal(_content[110..150], File.ReadAllBytes(_folder["target"]));
    }

    [Fact]
    public void A_target_that_is_no_file_is_left_to_the_caller()
    {
        using var target = new MemoryStore();

        Assert.Equal(0, _source.TryCopyTo(0, target, 0, 10));
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public void Ranges_of_one_file_that_overlap_are_left_to_the_caller()
    {
        using var file = FileStore.Open(_folder.File("both", _content), FileOpenOptions.ForWriting);

        Assert.Equal(0, file.TryCopyTo(0, file, 10, 1000));
        Assert.Equal(_content, File.ReadAllBytes(_folder["both"]));
    }

    [Fact]
    public void A_read_only_target_is_refused() =>
        Assert.Throws<NotSupportedException>(() => _source.TryCopyTo(0, _source, 0, 10));

    private static long Copied(long copied)
    {
        Assert.SkipWhen(copied == 0, "the system copies no ranges here");
        return copied;
    }
}
