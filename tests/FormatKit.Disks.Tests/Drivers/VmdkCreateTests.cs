using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>What a new sparse VMDK has in it.</summary>
public sealed class VmdkCreateTests
{
    [Fact]
    public void The_header_the_descriptor_and_both_directories_say_what_was_asked_for()
    {
        var bytes = Created(100 << 20, "grain_size=128K,adapter_type=lsilogic,hwversion=11,zeroed_grain=on");
        ref readonly var header = ref Vmdk4Header.View(bytes.AsSpan(0, 512));
        var descriptor = VmdkDescriptor.Parse(bytes.AsSpan(512));

        Assert.Empty(Layout.Validate(header));
        Assert.Equal(2u, header.Version);
        Assert.Equal(256u, header.GrainSize);
        Assert.Equal((100u << 20) / 512, header.Capacity);
        Assert.Equal("lsilogic", descriptor["ddb.adapterType"]);
        Assert.Equal("11", descriptor["ddb.virtualHWVersion"]);
        Assert.Equal("64", descriptor["ddb.geometry.heads"]);
        Assert.Equal("monolithicSparse", descriptor.CreateType);
        Assert.Equal((100 << 20) / 512, Assert.Single(descriptor.Extents).Sectors);
        Assert.NotEqual(bytes.TableSector(VmdkCopy.Primary, 1), bytes.TableSector(VmdkCopy.Redundant, 1));
    }

    [Fact]
    public void The_descriptor_has_twenty_sectors_to_grow_into()
    {
        var bytes = Created(1 << 20, "");
        var text = (bytes.AsSpan(512).IndexOf((byte)0) + 511) / 512;

        Assert.Equal((ulong)text + 20, Vmdk4Header.View(bytes.AsSpan(0, 512)).DescriptorSize);
    }

    [Fact]
    public void Tables_are_there_as_holes_or_only_when_they_are_written_to()
    {
        Assert.All([0, 1], table => Assert.NotEqual(0u, Created(33 << 20, "").TableSector(VmdkCopy.Primary, table)));
        Assert.All(
            [0, 1],
            table => Assert.Equal(0u, Created(33 << 20, "lazy_tables=on").TableSector(VmdkCopy.Primary, table)));
    }

    [Theory]
    [InlineData("lazy_tables=on", 32L << 20)]
    [InlineData("", 8L << 30)]
    public void A_disk_of_60_TiB_takes_next_to_nothing_and_its_last_grain_is_written(string options, long mostBytes)
    {
        const long Length = 60L << 40;
        using var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vmdk, Length, options).Dispose();
        Assert.InRange(file.AllocatedBytes, 0, 20 << 20);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            disk.Write(Bytes.Noise(1000, 1), Length - 1000);
        }

        var found = new byte[1000];
        using var again = TestDisk.OpenForReading(file);
        again.Read(found, Length - 1000);
        Assert.Equal(Bytes.Noise(1000, 1), found);
        Assert.InRange(file.Length, 1, mostBytes);
        Assert.Equal((64 << 10), Assert.Single(again.Map(0, Length), entry => entry.Offset is not null).Length);
    }

    [Fact]
    public void The_longest_disk_there_can_be_is_written_and_read_to_its_last_byte()
    {
        const long Length = long.MaxValue / 512 * 512;
        using var file = new MemoryStore();
        using var disk = TestDisk.Create(file, ImageFormats.Vmdk, Length, "grain_size=1G,lazy_tables=on");
        disk.Write(Bytes.Noise(1000, 1), Length - 1000);

        var found = new byte[2000];
        disk.Read(found, Length - 2000);
        Bytes.AssertEqual([.. new byte[1000], .. Bytes.Noise(1000, 1)], found);
        disk.Flush();
        Assert.Equal(1L << 33, TestDisk.Check(file, ImageFormats.Vmdk).TotalUnits);
    }

    [Theory]
    [InlineData("grain_size=4K")]
    [InlineData("grain_size=96K")]
    [InlineData("grain_size=2G")]
    [InlineData("adapter_type=nvme")]
    [InlineData("hwversion=0")]
    [InlineData("hwversion=x")]
    [InlineData("zeroed_grain=maybe")]
    [InlineData("subformat=monolithicFlat")]
    [InlineData("block_size=1M")]
    public void An_option_that_is_not_possible_is_refused_before_anything_is_written(string options)
    {
        var file = new MemoryStore();

        Assert.Throws<ArgumentException>(() => TestDisk.Create(file, ImageFormats.Vmdk, 1 << 20, options));
        Assert.Equal(0, file.Length);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(513, "")]
    [InlineData(1L << 61, "")]
    [InlineData(1L << 50, "grain_size=8K")]
    public void A_length_that_is_not_possible_is_refused_before_anything_is_written(long length, string options)
    {
        var file = new MemoryStore();

        Assert.Throws<ImageException>(() => TestDisk.Create(file, ImageFormats.Vmdk, length, options));
        Assert.Equal(0, file.Length);
    }

    [Fact]
    public void What_is_said_of_a_length_that_is_not_possible_names_those_that_are()
    {
        var refusal = Assert.Throws<ImageException>(
            () => TestDisk.Create(new MemoryStore(), ImageFormats.Vmdk, 1, "grain_size=1G"));

        Assert.Contains("from 512 to 9223372036854775296, not 1", refusal.Message, StringComparison.Ordinal);
    }

    private static byte[] Created(long length, string options)
    {
        using var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vmdk, length, options).Dispose();
        return file.ToArray();
    }
}
