using FormatKit.Formats.Partitions;

namespace FormatKit.Formats.Tests.Partitions;

public sealed class GptTableTests
{
    private const string Efi = "1: 8+8 c12a7328-f81f-11d2-ba4b-00a0c93ec93b";
    private const string Data = "3: 16+48 0fc63daf-8483-4772-8e79-3d69d8477de4 boot";

    [Theory]
    [InlineData(512)]
    [InlineData(4096)]
    public void A_whole_table_is_read(int sectorSize)
    {
        var table = PartitionWords.Read(GptPicture.Bytes(sectorSize));

        Assert.Equal((PartitionScheme.Gpt, sectorSize), (table.Scheme, table.SectorSize));
        Assert.Equal("a1020304-0506-0708-090a-0b0c0d0e0f10", table.Id);
        Assert.Equal([Efi, Data], table.Words());
        Assert.Equal(["EFI System", "Linux filesystem"], table.Partitions.Select(partition => partition.TypeName));
        Assert.Equal(["EFI ä", ""], table.Partitions.Select(partition => partition.Name));
        Assert.Equal((GptAttributes)(1UL << 60 | 4), table.Partitions[1].Attributes);
        Assert.Empty(table.Warnings);
    }

    [Fact]
    public void Its_structures_are_found_in_the_order_of_the_disk() => Assert.Equal(
        [
            ("protective MBR", 0L, 512L), ("GPT header", 512, 512), ("GPT entries", 1024, 1024),
            ("GPT entry 1", 1024, 128), ("GPT entry 3", 1280, 128),
            ("backup GPT entries", 125 * 512, 1024), ("backup GPT header", 127 * 512, 512),
        ],
        PartitionWords.Read(GptPicture.Bytes()).Structures
            .Select(found => (found.Label, found.Offset.Value, found.Length)));

    [Theory]
    [InlineData(512)]        // signature
    [InlineData(512 + 16)]   // checksum
    [InlineData(512 + 24)]   // its own place
    [InlineData(512 + 60)]   // the disk's id
    [InlineData(1024 + 256)] // an entry
    public void A_damaged_primary_is_replaced_by_the_backup(int at)
    {
        foreach (var sectorSize in (int[])[512, 4096])
        {
            var disk = GptPicture.Bytes(sectorSize);
            disk[(at / 512 * sectorSize) + (at % 512)] ^= 1;

            var table = PartitionWords.Read(disk);

            Assert.Equal([Efi, Data], table.Words());
            Assert.Equal([PartitionWarningKind.PrimaryDamaged], table.Kinds());
            Assert.Contains(table.Structures, structure => structure.Label == "backup GPT header");
        }
    }

    [Theory]
    [InlineData(127 * 512)]
    [InlineData((127 * 512) + 16)]
    [InlineData(125 * 512)]
    public void A_damaged_backup_is_said(int at)
    {
        var disk = GptPicture.Bytes();
        disk[at] ^= 1;

        var table = PartitionWords.Read(disk);

        Assert.Equal([Efi, Data], table.Words());
        Assert.Equal([PartitionWarningKind.BackupDamaged], table.Kinds());
    }

    [Fact]
    public void Entries_that_are_damaged_in_both_copies_are_listed_with_a_warning()
    {
        var disk = GptPicture.Bytes();
        disk[1024 + 40]++;
        disk[GptPicture.BackupEntries() + 40]++;

        var table = PartitionWords.Read(disk);

        Assert.Equal("1: 8+9 c12a7328-f81f-11d2-ba4b-00a0c93ec93b", table.Words().First());
        Assert.Equal(
            [
                PartitionWarningKind.EntriesDamaged, PartitionWarningKind.PrimaryDamaged,
                PartitionWarningKind.BackupDamaged, PartitionWarningKind.Overlap,
            ],
            table.Kinds());
    }

    [Fact]
    public void Of_whole_copies_that_differ_the_first_is_gone_by()
    {
        var disk = GptPicture.Bytes();
        GptHeader.Edit(disk.AsSpan(GptPicture.Backup())).DiskId = Guid.Empty;
        GptPicture.Seal(disk);

        var table = PartitionWords.Read(disk);

        Assert.Equal("a1020304-0506-0708-090a-0b0c0d0e0f10", table.Id);
        Assert.Equal([PartitionWarningKind.CopiesDiffer], table.Kinds());
        Assert.Contains("DiskId", table.Warnings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_headers_that_are_both_damaged_nothing_is_believed()
    {
        var disk = GptPicture.Bytes();
        disk[512 + 16] ^= 1;
        disk[GptPicture.Backup() + 16] ^= 1;

        var table = PartitionWords.Read(disk);

        Assert.Equal((PartitionScheme.Mbr, "1: 1+127 ee"), (table.Scheme, Assert.Single(table.Words())));
        Assert.Equal([PartitionWarningKind.BothDamaged], table.Kinds());
        Assert.Equal(2, table.Structures.Count(structure => structure.Layout == Layout.InfoOf<GptHeader>()));
    }

    [Fact]
    public void A_disk_that_grew_has_its_backup_not_at_the_end()
    {
        var table = PartitionWords.Read([.. GptPicture.Bytes(), .. new byte[8192]]);

        Assert.Equal([Efi, Data], table.Words());
        Assert.Equal([PartitionWarningKind.BackupNotAtEnd], table.Kinds());
    }

    [Fact]
    public void A_disk_that_was_cut_has_lost_its_backup()
    {
        var table = PartitionWords.Read(GptPicture.Bytes()[..(40 * 512)]);

        Assert.Equal([Efi, Data], table.Words());
        Assert.Equal([PartitionWarningKind.BackupDamaged, PartitionWarningKind.PastEnd], table.Kinds());
    }

    [Fact]
    public void A_GPT_that_the_MBR_does_not_protect_does_not_count_against_the_MBRs_partitions()
    {
        var disk = GptPicture.Bytes();
        MbrSector.Edit(disk).EditEntries()[0].Type = MbrPartitionType.Linux;

        var table = PartitionWords.Read(disk);

        Assert.Equal((PartitionScheme.Mbr, "1: 1+127 83"), (table.Scheme, Assert.Single(table.Words())));
        Assert.Equal([PartitionWarningKind.GptIgnored], table.Kinds());
    }

    [Fact]
    public void A_GPT_behind_zeros_is_read_with_a_warning()
    {
        var disk = GptPicture.Bytes();
        disk.AsSpan(0, 512).Clear();

        var table = PartitionWords.Read(disk);

        Assert.Equal([Efi, Data], table.Words());
        Assert.Equal([PartitionWarningKind.NoProtectiveMbr], table.Kinds());
    }

    [Fact]
    public void A_backup_alone_is_read_with_warnings()
    {
        var disk = GptPicture.Bytes();
        disk.AsSpan(0, 2048).Clear();

        var table = PartitionWords.Read(disk);

        Assert.Equal([Efi, Data], table.Words());
        Assert.Equal([PartitionWarningKind.NoProtectiveMbr, PartitionWarningKind.PrimaryDamaged], table.Kinds());
    }

    [Fact]
    public void A_backup_that_a_volume_has_left_at_the_end_is_not_gone_by()
    {
        var disk = GptPicture.Bytes();
        TestBytes.Of(
            2048, (0, "EB3C90 6D6B66732E666174 0002 01 0100 02 E000 400B F0"), (510, "55AA")).CopyTo(disk, 0);

        var table = PartitionWords.Read(disk);

        Assert.Equal(PartitionScheme.None, table.Scheme);
        Assert.Equal([PartitionWarningKind.GptIgnored], table.Kinds());
    }

    [Fact]
    public void A_hybrid_MBR_is_said()
    {
        var disk = GptPicture.Bytes();
        ref var other = ref MbrSector.Edit(disk).EditEntries()[1];
        (other.Type, other.StartLba, other.SectorCount) = (MbrPartitionType.Fat32Lba, 8, 8);

        var table = PartitionWords.Read(disk);

        Assert.Equal([Efi, Data], table.Words());
        Assert.Equal([PartitionWarningKind.HybridMbr], table.Kinds());
    }

    [Theory]
    [InlineData(uint.MaxValue, 128u)]
    [InlineData(32_769u, 128u)]
    [InlineData(8u, uint.MaxValue)]
    [InlineData(8u, 127u)]
    [InlineData(8u, 0u)]
    public void Entries_that_cannot_be_are_not_read(uint count, uint size)
    {
        var disk = GptPicture.Bytes();
        ref var header = ref GptHeader.Edit(disk.AsSpan(512));
        (header.EntryCount, header.EntrySize) = (count, size);
        header.Seal();
        var source = new MeteredSource(disk);

        var table = PartitionTable.Read(source);

        Assert.Equal([Efi, Data], table.Words());
        Assert.Equal([PartitionWarningKind.PrimaryDamaged], table.Kinds());
        Assert.InRange(source.BytesRead, 1, 1 << 16);
    }

    [Fact]
    public void Longer_entries_are_read_by_their_size()
    {
        var disk = GptPicture.Bytes();
        var small = disk[1024..2048];
        foreach (var (header, entries) in ((int, int)[])
            [(512, 1024), (GptPicture.Backup(), GptPicture.BackupEntries())])
        {
            for (var index = 0; index < 4; index++)
            {
                disk.AsSpan(entries + (index * 256), 256).Clear();
                small.AsSpan(index * 128, 128).CopyTo(disk.AsSpan(entries + (index * 256)));
            }

            ref var edited = ref GptHeader.Edit(disk.AsSpan(header));
            (edited.EntryCount, edited.EntrySize) = (4, 256);
        }

        GptPicture.Seal(disk);

        Assert.Equal([Efi, Data], PartitionWords.Read(disk).Words());
    }

    [Theory]
    [InlineData(0UL, ulong.MaxValue, PartitionWarningKind.ImpossibleEntry)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, PartitionWarningKind.ImpossibleEntry)]
    [InlineData(15UL, 14UL, PartitionWarningKind.ImpossibleEntry)]
    [InlineData(2UL, 14UL, PartitionWarningKind.OutsideUsable)]
    [InlineData(8UL, 125UL, PartitionWarningKind.OutsideUsable)]
    public void An_entry_with_an_impossible_place_is_said(ulong first, ulong last, PartitionWarningKind kind)
    {
        var disk = GptPicture.Bytes();
        foreach (var entries in (int[])[1024, GptPicture.BackupEntries()])
        {
            ref var entry = ref GptEntry.Edit(disk.AsSpan(entries));
            (entry.FirstLba, entry.LastLba) = (first, last);
        }

        GptPicture.Seal(disk);

        Assert.Contains(kind, PartitionWords.Read(disk).Kinds());
    }
}
