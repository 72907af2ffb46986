using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>New disks, and what is no disk.</remarks>
public abstract partial class DiskImageContract
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(1025)]
    [InlineData(1L << 40)]
    [InlineData(1L << 62)]
    [InlineData(long.MaxValue - 511)]
    public void A_disk_of_any_length_is_made_or_refused_by_name_with_nothing_written(long length)
    {
        var file = new MemoryStore("disk.img");
        try
        {
            using var disk = Driver.Create(file, length);
            Assert.InRange(disk.Length, length, length + Math.Min(511, long.MaxValue - length));
            var last = new byte[Math.Min(disk.Length, 1)];
            disk.Read(last, disk.Length - last.Length);
            Assert.Equal(new byte[last.Length], last);
        }
        catch (ImageException e)
        {
            Assert.StartsWith("disk.img: ", e.Message, StringComparison.Ordinal);
            Assert.Equal(0, file.Length);
        }
    }

    [Fact]
    public void A_length_below_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Driver.Create(new MemoryStore(), -512));

    [Fact]
    public void An_unknown_option_is_refused_by_name_with_nothing_written()
    {
        var file = new MemoryStore();

        var e = Assert.Throws<ArgumentException>(() => TestDisk.Create(file, Format, Length, "no_such=1"));
        Assert.Contains("'no_such'", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void An_option_with_a_value_that_is_none_is_refused_by_name_with_nothing_written()
    {
        foreach (var option in Format.CreateOptions)
        {
            var file = new MemoryStore();

            var e = Assert.Throws<ArgumentException>(
                () => TestDisk.Create(file, Format, Length, $"{option.Name}=?"));
            Assert.Contains($"{option.Name}=?", e.Message, StringComparison.Ordinal);
            Assert.Equal(0, file.Length);
        }
    }

    [Fact]
    public void Options_are_taken_in_any_case()
    {
        var file = new MemoryStore();

        using var disk = TestDisk.Create(file, Format, Length, Driver.Options.ToUpperInvariant());
        Assert.Equal(Length, disk.Length);
    }

    [Fact]
    public void A_refused_store_is_closed()
    {
        var file = new MemoryStore();

        Assert.Throws<ArgumentException>(
            () => DiskImage.Create(file, Format, Length, TestDisk.Options("no_such=1")));
        Assert.Throws<ObjectDisposedException>(() => file.Length);
    }
}
