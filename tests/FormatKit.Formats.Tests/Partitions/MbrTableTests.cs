using FormatKit.Formats.Partitions;

namespace FormatKit.Formats.Tests.Partitions;

public sealed class MbrTableTests
{
    private static readonly string[] Whole = ["1: 8+8 83 boot", "2: 16+32 0f", "5: 20+8 07", "6: 36+12 82"];

    [Fact]
    public void Primary_and_logical_partitions_are_numbered_as_systems_do()
    {
        var table = PartitionWords.Read(MbrPicture.Bytes());

        Assert.Equal((PartitionScheme.Mbr, 512, "0x12345678"), (table.Scheme, table.SectorSize, table.Id));
        Assert.Equal(Whole, table.Words());
        Assert.Equal([false, true, false, false], table.Partitions.Select(partition => partition.IsExtended));
        Assert.Equal([false, false, true, true], table.Partitions.Select(partition => partition.IsLogical));
        Assert.Equal("Linux swap / Solaris", table.Partitions[^1].TypeName);
        Assert.Empty(table.Warnings);
    }

    [Fact]
    public void Each_record_of_the_chain_is_a_structure() =>
        Assert.Equal(
            [("MBR", 0L), ("extended boot record", 16 * 512), ("extended boot record", 32 * 512)],
            PartitionWords.Read(MbrPicture.Bytes()).Structures.Select(found => (found.Label, found.Offset.Value)));

    [Fact]
    public void Sectors_of_4096_bytes_are_told_by_where_the_chain_goes_on()
    {
        var small = MbrPicture.Bytes();
        var disk = new byte[64 * 4096];
        small.AsSpan(0, 512).CopyTo(disk);
        foreach (var sector in (int[])[16, 32])
        {
            small.AsSpan(sector * 512, 512).CopyTo(disk.AsSpan(sector * 4096));
        }

        var table = PartitionWords.Read(disk);

        Assert.Equal(4096, table.SectorSize);
        Assert.Equal(Whole, table.Words());
        Assert.Empty(table.Warnings);
    }

    [Fact]
    public void A_chain_that_comes_back_ends()
    {
        var disk = MbrPicture.Bytes();
        disk.AsSpan(MbrPicture.Ebr(16) + 462, 16).CopyTo(disk.AsSpan(MbrPicture.Ebr(32) + 462));

        var table = PartitionWords.Read(disk);

        Assert.Equal(Whole, table.Words());
        Assert.Equal([PartitionWarningKind.Loop], table.Kinds());
    }

    [Theory]
    [InlineData(0x20, PartitionWarningKind.LeavesExtended)]
    [InlineData(0x08, PartitionWarningKind.BrokenChain)]
    public void A_chain_that_leads_astray_is_read_as_far_as_it_goes(byte next, PartitionWarningKind kind)
    {
        var disk = MbrPicture.Bytes();
        disk[MbrPicture.Ebr(16) + 462 + 8] = next;

        var table = PartitionWords.Read(disk);

        Assert.Equal(Whole[..^1], table.Words());
        Assert.Equal([kind], table.Kinds());
    }

    [Fact]
    public void A_chain_behind_the_end_of_the_disk_is_said_to_be_missing()
    {
        var table = PartitionWords.Read(MbrPicture.Bytes()[..(16 * 512)]);

        Assert.Equal(Whole[..2], table.Words());
        Assert.Equal([PartitionWarningKind.PastEnd, PartitionWarningKind.Unreadable], table.Kinds());
    }

    [Fact]
    public void A_chain_without_end_is_read_so_far_and_no_further()
    {
        const int Records = 300;
        var disk = new byte[(Records + 2) * 512];
        MbrPicture.Bytes().AsSpan(0, 512).CopyTo(disk);
        disk[462 + 8] = 1; // the extended partition starts at sector 1 and goes to the end
        BitConverter.TryWriteBytes(disk.AsSpan(462 + 12), Records + 1);
        disk.AsSpan(446, 16).Clear();
        for (var record = 0; record < Records; record++)
        {
            var entry = TestBytes.Of(512, (462 + 4, "05"), (462 + 12, "01000000"), (510, "55AA"));
            BitConverter.TryWriteBytes(entry.AsSpan(462 + 8), record + 1);
            entry.CopyTo(disk, (record + 1) * 512);
        }

        var table = PartitionWords.Read(disk);

        Assert.Equal([PartitionWarningKind.TooMany], table.Kinds());
        Assert.Equal(257, table.Structures.Count);
    }

    [Fact]
    public void Overlapping_partitions_are_said_with_both_numbers()
    {
        var disk = MbrPicture.Bytes();
        disk[446 + 12] = 9; // partition 1 goes on into the extended one

        var warning = Assert.Single(PartitionWords.Read(disk).Warnings);

        Assert.Equal(PartitionWarningKind.Overlap, warning.Kind);
        Assert.Equal("partitions 1 and 2 overlap from byte 8192 on", warning.Text);
    }

    [Fact]
    public void A_partition_behind_the_end_is_listed_and_said()
    {
        var disk = MbrPicture.Bytes();
        disk.AsSpan(446 + 8, 8).Fill(0xFF);

        var table = PartitionWords.Read(disk);

        Assert.Equal("1: 4294967295+4294967295 83 boot", table.Words().First());
        Assert.Equal([PartitionWarningKind.PastEnd], table.Kinds());
    }

    [Fact]
    public void A_used_entry_without_sectors_is_no_partition()
    {
        var disk = MbrPicture.Bytes();
        disk[446 + 12] = 0;

        var table = PartitionWords.Read(disk);

        Assert.Equal(Whole[1..], table.Words());
        Assert.Equal([PartitionWarningKind.ImpossibleEntry], table.Kinds());
    }

    [Theory]
    [InlineData("EB3C90 6D6B66732E666174 0002 01 0100 02 E000 400B F0")] // FAT12 as mkfs.fat makes it
    [InlineData("EB5290 4E54465320202020 0002 08 0000 00 0000 0000 F8")] // NTFS
    [InlineData("EB7690 4558464154202020")]                              // exFAT, whose parameters are elsewhere
    public void A_volume_without_partitions_has_no_table(string start) =>
        Assert.Equal(
            PartitionScheme.None, PartitionWords.Read(TestBytes.Of(8192, (0, start), (510, "55AA"))).Scheme);

    [Fact]
    public void A_volume_whose_code_stands_where_partitions_would_be_has_no_table() =>
        Assert.Equal(
            PartitionScheme.None,
            PartitionWords.Read(TestBytes.Of(8192, (446, "4E6F2073797374656D"), (510, "55AA"))).Scheme);

    [Fact]
    public void An_MBR_without_partitions_is_one() =>
        Assert.Equal("0x00000001", PartitionWords.Read(TestBytes.Of(8192, (440, "01"), (510, "55AA"))).Id);

    [Theory]
    [InlineData(0)]
    [InlineData(511)]
    [InlineData(8192)]
    public void Zeros_are_no_table(int length)
    {
        var table = PartitionWords.Read(new byte[length]);

        Assert.Equal((PartitionScheme.None, null), (table.Scheme, table.Id));
        Assert.Empty(table.Partitions);
        Assert.Empty(table.Structures);
        Assert.Empty(table.Warnings);
    }
}
