using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Storage;

public sealed class FileStoreContractTests : ResizableStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private int _count;

    protected override ByteStore Make(byte[] content) =>
        FileStore.Open(_folder.File($"{_count++}.img", content), FileOpenOptions.ForWriting);

    protected override void CleanUp() => _folder.Dispose();
}

public sealed class ReadOnlyFileStoreContractTests : ReadOnlyStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override ByteStore Make(byte[] content) =>
        FileStore.Open(_folder.File("a.img", content), FileOpenOptions.ForReading);

    protected override void CleanUp() => _folder.Dispose();
}

public sealed class FileStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_open_for_reading_refuses_every_change()
    {
        using var store = FileStore.Open(_folder.File("a", [1, 2, 3]), FileOpenOptions.ForReading);

        await ReadOnlyAssert.RefusesChanges(store);
    }

    [Fact]
    public void Create_makes_an_empty_file_and_never_takes_an_existing_one()
    {
        using (var store = FileStore.Create(_folder["new"]))
        {
            Assert.Equal(0, store.Length);
            store.Write([1, 2], 0);
            store.Flush();
        }

        var e = Assert.ThrowsAny<IOException>(() => FileStore.Create(_folder["new"]));
        Assert.StartsWith(_folder["new"], e.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2], File.ReadAllBytes(_folder["new"]));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("missing/too")]
    public void A_missing_file_is_named(string name)
    {
        var e = Assert.Throws<FileNotFoundException>(
            () => FileStore.Open(_folder[name], FileOpenOptions.ForReading));

        Assert.StartsWith(_folder[name], e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_refused_by_name()
    {
        var e = Assert.Throws<IOException>(() => FileStore.Open(_folder.Path, FileOpenOptions.ForReading));

        Assert.StartsWith(_folder.Path, e.Message, StringComparison.Ordinal);
        Assert.Contains("directory", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_path_that_the_system_would_misread_is_refused(string path) =>
        Assert.Throws<ArgumentException>(() => FileStore.Open(path, FileOpenOptions.ForReading));

    [Fact]
    public void A_file_cannot_be_writable_and_shared() => Assert.Throws<ArgumentException>(
        () => FileStore.Open(_folder.File("a", []), new FileOpenOptions(true, StoreSharing.Shared)));

    [Fact]
    public void A_link_leads_to_the_file_and_keeps_its_own_name_in_errors()
    {
        var target = _folder.File("a", [1, 2, 3]);
        File.CreateSymbolicLink(_folder["link"], target);

        using var store = FileStore.Open(_folder["link"], FileOpenOptions.ForReading);

        Assert.Equal(3, store.Length);
        Assert.Equal(_folder["link"], store.Name);
    }

    [Fact]
    public void A_file_grown_by_another_handle_shows_its_new_length_to_unlocked_readers()
    {
        using var reader = FileStore.Open(_folder.File("a", [1]), FileOpenOptions.ForReadingUnlocked);

        File.AppendAllBytes(_folder["a"], [2, 3]);

        Assert.Equal(3, reader.Length);
    }

    [Theory]
    [InlineData(1L << 62)]
    [InlineData(long.MaxValue - 1)]
    public void What_the_file_system_refuses_is_an_IOException_that_names_the_file(long offset)
    {
        using var store = FileStore.Create(_folder["a"]);

        Exception?[] errors =
            [Record.Exception(() => store.Write([1], offset)), Record.Exception(() => store.SetLength(offset))];

        Assert.SkipWhen(errors is [null, null], "the file system of the temporary folder takes files of this size");
        Assert.All(errors, e => Assert.StartsWith(_folder["a"], Assert.IsType<IOException>(e).Message,
            StringComparison.Ordinal));
        Assert.Equal(0, store.Length);
    }

    [Fact]
    public void Shrinking_and_extending_at_once_never_leaves_a_wrong_length()
    {
        using var store = FileStore.Create(_folder["a"]);

        for (var round = 0; round < 200; round++)
        {
            Parallel.Invoke(
                () => store.SetLength(10),
                () => store.Write(new byte[100], 4000),
                () => store.SetLength(20),
                () => _ = store.Length);
            Assert.Equal(new FileInfo(_folder["a"]).Length, store.Length);
        }
    }
}
