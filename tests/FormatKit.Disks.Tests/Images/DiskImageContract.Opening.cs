using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>Opening, which changes nothing.</remarks>
public abstract partial class DiskImageContract
{
    [Fact]
    public void A_disk_open_for_reading_refuses_writes_and_leaves_the_file_as_it_is()
    {
        var (file, content) = Filled();
        var before = file.ToArray();
        using (var disk = Reopen(file))
        {
            Assert.False(disk.CanWrite);
            Assert.Throws<ImageException>(() => disk.Write([1], 0));
            Assert.Throws<ImageException>(() => disk.WriteZeroes(0, 1));
            Assert.Throws<ImageException>(() => disk.Discard(0, 1));
            Bytes.AssertEqual(content, Bytes.All(disk));
            Assert.NotEmpty(disk.Map(0, Length));
            disk.Flush();
        }

        Bytes.AssertEqual(before, file.ToArray(), "the file");
    }

    [Fact]
    public void A_disk_open_for_writing_leaves_the_file_as_it_is_until_something_is_written()
    {
        var (file, content) = Filled();
        var before = file.ToArray();
        using (var disk = Open(file))
        {
            Bytes.AssertEqual(content, Bytes.All(disk));
            disk.Write([], 5);
            disk.Flush();
        }

        Bytes.AssertEqual(before, file.ToArray(), "the file");
    }

    [Fact]
    public void Its_format_is_told_from_its_content()
    {
        var (file, content) = Driver.HalfFilled();

        using var disk = TestDisk.OpenForReading(file);
        Assert.Same(Format, disk.Format);
        Bytes.AssertEqual(content, Bytes.All(disk));
    }

    [Fact]
    public async Task What_a_disk_open_for_reading_refuses_names_its_file()
    {
        var file = new MemoryStore("disk.img");
        Create(file).Dispose();
        using var disk = Reopen(file);
        Assert.Equal("disk.img", disk.Name);
        foreach (var refused in (Func<ValueTask>[])
            [
                () => disk.WriteAsync(new byte[1], 0, Cancellation),
                () => disk.WriteZeroesAsync(0, 1, Cancellation),
                () => disk.DiscardAsync(0, 1, Cancellation),
            ])
        {
            var e = await Assert.ThrowsAsync<ImageException>(async () => await refused());
            Assert.Equal("disk.img", e.File);
            Assert.StartsWith("disk.img: ", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_option_for_opening_is_refused_and_the_file_closed()
    {
        var (file, _) = Driver.HalfFilled();
        var store = new ReadOnlyStore(file, leaveOpen: true);

        var e = Assert.Throws<ArgumentException>(() => DiskImage.Open(
            store, new ImageOpenOptions { Format = Format, Options = TestDisk.Options("no_such=1") }));

        Assert.Contains("'no_such'", e.Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => store.Length);
    }

    [Fact]
    public void Any_number_of_times_opened_and_written_it_keeps_what_is_there()
    {
        var file = new MemoryStore();
        var expected = new byte[Length];
        Create(file).Dispose();
        for (var round = 0; round < 12; round++)
        {
            using var disk = Open(file);
            Write(disk, expected, round * (Length - 700) / 12, 700, round);
        }

        using var again = Reopen(file);
        Bytes.AssertEqual(expected, Bytes.All(again));
        TestDisk.AssertNotCorrupt(file, Format);
    }
}
