using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.Storage;
using FormatKit.Formats.Vhd;
using Xen = FormatKit.Disks.Tests.Drivers.XenServerVhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>A batmap is believed when everything about it is right, and otherwise never.</summary>
public sealed class VhdBatmapTests
{
    private static readonly string LastBit = new string('0', 2 * 510) + "01";

    /// <summary>What is not right, the header's bytes from 8 on and the map's first bytes.</summary>
    public static TheoryData<string, string, string> Stale => new()
    {
        { "did not close it", "0000000000000a00 00000001 00010002 80000000", "40" },
        { "0xffffffbe is not", "0000000000000a00 00000001 00010002 ffffffbe", "40" },
        { "0xffffffbf is not", "0000000000000a00 00000001 00010002 ffffffbf", "60" },
        { "0x0000007f is not", "0000000000000a00 00000001 00010002 0000007f", "80" },
        { "block 0, which is not", "0000000000000a00 00000001 00010002 ffffff3f", "c0" }, // the sum is right
        { "block 7, which is not", "0000000000000a00 00000001 00010002 ffffffbe", "41" },
        { "block 8, which is not", "0000000000000a00 00000001 00010002 ffffff3f", "4080" },
        { "block 4095, which is not", "0000000000000a00 00000001 00010002 ffffffbe", "40" + LastBit },
    };

    public static TheoryData<string, string> Unknown => new()
    {
        { "version is 1.3", "0000000000000a00 00000001 00010003 ffffffbf" },
        { "version is 2.0", "0000000000000a00 00000001 00020000 ffffffbf" },
        { "version is 1.0", "0000000000000a00 00000001 00010000 ffffffbf" },
        { "has 0 bytes", "0000000000000a00 00000000 00010002 ffffffbf" },
        { "has 524800 bytes", "0000000000000a00 00000401 00010002 ffffffbf" },
        { "has 2199023255040 bytes", "0000000000000a00 ffffffff 00010002 ffffffbf" },
        { "byte 2561", "0000000000000a01 00000001 00010002 ffffffbf" },
        { "no room", "0000000100000000 00000001 00010002 ffffffbf" },
        { "no room", "fffffffffffffe00 00000001 00010002 ffffffbf" },
        { "something else", "0000000000000800 00000001 00010002 ffffffbf" }, // its header
        { "something else", "0000000000000600 00000001 00010002 ffffffff" }, // the table
        { "something else", "0000000000000000 00000001 00010002 ffffffff" }, // the footer's copy
        { "something else", "0000000000002000 00000001 00010002 ffffffff" }, // a block
    };

    [Fact]
    public void The_map_of_the_definers_own_tool_is_read_and_its_blocks_bitmaps_are_not()
    {
        using var file = Vector(out var content);
        var map = new VhdMap(file);
        using var seen = new ObservedStore(file);
        using var disk = TestDisk.OpenForReading(seen);
        seen.Forget();

        Bytes.AssertEqual(content, Bytes.All(disk));
        Assert.Contains(disk.Details, detail => detail is { Name: "batmap", Value: "yes" });
        Assert.Empty(disk.Warnings);
        Assert.Equal(
            [0xA00, map.BitmapAt(3)], seen.Calls.Where(call => call.Length == 512).Select(call => call.Offset));
        Assert.True(TestDisk.Check(file, ImageFormats.Vhd).IsClean);
    }

    [Theory]
    [InlineData(0x0001_0002, 0xFFFF_FF7E)]
    [InlineData(0x0001_0001, 0x0000_007E)] // 0x80 taken as -128
    [InlineData(0x0001_0001, 0xFFFF_FF7E)] // a char without a sign
    public void A_sum_of_version_1_1_may_be_of_bytes_of_either_sign(uint version, uint checksum)
    {
        using var file = Vector(out var content);
        ChangeHeader(file, 0x800, (ref header) =>
        {
            header.Version = version;
            header.MapChecksum = checksum;
        });

        using var disk = TestDisk.OpenForReading(file);
        Assert.Contains(disk.Details, detail => detail is { Name: "batmap", Value: "yes" });
        Bytes.AssertEqual(content, Bytes.All(disk));
    }

    [Fact]
    public void A_signed_sum_of_version_1_2_is_none()
    {
        using var file = Vector(out _);
        ChangeHeader(file, 0x800, (ref header) => header.MapChecksum = 0x7E);

        using var disk = TestDisk.OpenForReading(file);
        Assert.Contains("0x0000007e is not", Assert.Single(disk.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stale))]
    public void What_is_not_right_is_a_stale_copy_and_the_next_writer_begins_a_new_map(
        string why, string header, string map)
    {
        using var file = Changed(header, map);
        using (var disk = TestDisk.OpenForReading(file))
        {
            Bytes.AssertEqual(Xen.Content(), Bytes.All(disk));
            Assert.Contains(why, Assert.Single(disk.Warnings), StringComparison.Ordinal);
            Assert.Contains(disk.Details, detail => detail.Name == "batmap"
                && detail.Value.StartsWith("not trusted: ", StringComparison.Ordinal)
                && detail.Value.Contains(why, StringComparison.Ordinal));
        }

        var report = TestDisk.Check(file, ImageFormats.Vhd);
        Assert.Contains(why, Assert.Single(report.Findings).Message, StringComparison.Ordinal);
        Assert.Equal(1, report.CountOf(CheckSeverity.StaleCopy));

        WriteBlock(file, 4);
        Assert.Equal([4], new VhdMap(file).Marked); // of the others it says nothing
        Assert.Equal(0xFFFF_FFF7, new VhdMap(file).Checksum);
        Assert.True(TestDisk.Check(file, ImageFormats.Vhd).IsClean);
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public void What_is_unknown_or_where_it_cannot_be_is_neither_read_nor_written(string why, string header)
    {
        using var file = Changed(header, null);
        var before = file.ToArray();
        using (var disk = TestDisk.OpenForReading(file))
        {
            Bytes.AssertEqual(Xen.Content(), Bytes.All(disk));
            Assert.Contains(why, Assert.Single(disk.Warnings), StringComparison.Ordinal);
        }

        var bitmap = new VhdMap(new MemoryStore(Xen.Make())).BitmapAt(1);
        WriteBlock(file, 4);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Discard(Xen.BlockSize, Xen.BlockSize);
        }

        Bytes.AssertEqual(
            before.AsSpan(Xen.BatmapHeaderAt, 1024), file.ToArray().AsSpan(Xen.BatmapHeaderAt, 1024), "the batmap");
        Assert.Equal((uint)bitmap / 512, file.ToArray().Entry(1, Xen.TableAt));
    }

    [Fact]
    public void A_bit_too_many_under_a_right_sum_is_corruption_and_its_block_is_named()
    {
        using var file = Changed("0000000000000a00 00000001 00010002 ffffffaf", "50"); // block 3 has clear sectors

        var report = TestDisk.Check(file, ImageFormats.Vhd);

        var finding = Assert.Single(report.Findings);
        Assert.Equal((CheckSeverity.Corruption, Xen.BatmapAt), (finding.Severity, finding.Offset));
        Assert.Contains("block 3 ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_true_map_is_computed_from_table_and_bitmaps_and_replaces_a_stale_one()
    {
        using var file = Changed("0000000000000a00 00000001 00010002 80000000", "ff");
        var opened = ImageFormats.Vhd.Open(file, new OpenRequest(Writable: true, OptionValues.None));
        var driver = (Disks.Drivers.Vhd.VhdDynamicDriver)opened.Driver;

        var bits = driver.TrueBits(new ScannedTables(file, TableMends.None));
        foreach (var step in driver.Batmap!.Replace(bits))
        {
            file.Write(step.Bytes.Span, step.Offset.Value);
        }

        Bytes.AssertEqual(Xen.Make(), file.ToArray());
    }

    [Fact]
    public void Bits_that_the_definer_does_not_sum_are_not_read_and_may_be_summed_all_the_same()
    {
        // 4,097 blocks: the last one's bit is in a second sector, which the definer forgot
        const int Blocks = 4097;
        using var file = new MemoryStore();
        var content = Bytes.Noise(Xen.BlockSize, 5);
        using (var disk = TestDisk.Create(file, ImageFormats.Vhd, (long)Blocks * Xen.BlockSize, "batmap=on"))
        {
            disk.Write(content, (Blocks - 1L) * Xen.BlockSize);
            disk.Write(content, 0);
        }

        var map = new VhdMap(file);
        Assert.Equal(1024, map.Map.Length);
        Assert.Equal([0], map.Marked);
        file.Write([0x80], map.HeaderAt + 512 + 512);
        foreach (var sum in (uint[])[~0x80u, ~0x100u])
        {
            ChangeHeader(file, map.HeaderAt, (ref header) => header.MapChecksum = sum);
            using var disk = TestDisk.OpenForReading(file);
            Assert.Empty(disk.Warnings);
            Assert.True(TestDisk.Check(file, ImageFormats.Vhd).IsClean);
        }

        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Discard((Blocks - 1L) * Xen.BlockSize, Xen.BlockSize);
        }

        Assert.Equal([0], new VhdMap(file).Marked); // and of the block that is gone it says nothing any more
        Assert.Equal(~0x80u, new VhdMap(file).Checksum);
    }

    /// <summary>A file as the facts of blktap have it: 64 MiB, blocks 0 and 31 full, block 3 partly.</summary>
    internal static MemoryStore Vector(out byte[] content)
    {
        const int Blocks = 32;
        content = new byte[Blocks * Xen.BlockSize];
        var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vhd, content.Length, "batmap=on").Dispose();
        var footer = file.ToArray().AsSpan(^512).ToArray();
        var at = 0x1E00;
        foreach (var block in (int[])[0, 3, 31])
        {
            var noise = Bytes.Noise(Xen.BlockSize, block + 1);
            var bitmap = new byte[512];
            bitmap.AsSpan(0, block == 3 ? 1 : 512).Fill(0xFF);
            file.Write([0, 0, (byte)(at >> 17), (byte)(at >> 9)], 1536 + (4 * block));
            file.Write(bitmap, at);
            file.Write(noise, at + 512);
            noise.AsSpan(0, block == 3 ? 8 * 512 : noise.Length).CopyTo(content.AsSpan(block * Xen.BlockSize));
            at += 512 + Xen.BlockSize + 3584;
        }

        file.Write(footer, at);
        file.Write(Convert.FromHexString(
            "7464626174" + "6d6170" + "0000000000000a00" + "00000001" + "00010002" + "ffffff7e"), 0x800);
        file.Write([0x80, 0, 0, 1], 0xA00);
        return file;
    }

    private static MemoryStore Changed(string header, string? map)
    {
        var file = Xen.Make().With(
            Xen.BatmapHeaderAt + 8, Convert.FromHexString(header.Replace(" ", "", StringComparison.Ordinal)));
        return new MemoryStore(map is null ? file : file.With(Xen.BatmapAt, Convert.FromHexString(map)));
    }

    private static void ChangeHeader(MemoryStore file, long at, Edit<TdBatmapHeader> change)
    {
        var bytes = new byte[512];
        file.ReadExactly(bytes, at);
        change(ref TdBatmapHeader.Edit(bytes));
        file.Write(bytes, at);
    }

    private static void WriteBlock(MemoryStore file, int block)
    {
        var content = Xen.Content();
        Bytes.Noise(700, 1).CopyTo(content, block * Xen.BlockSize);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write(Bytes.Noise(700, 1), block * Xen.BlockSize);
        }

        using var again = TestDisk.OpenForReading(file);
        Bytes.AssertEqual(content, Bytes.All(again));
    }
}
