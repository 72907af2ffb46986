using FormatKit.Formats.Partitions;

namespace FormatKit.Interop.Tests.Partitions;

/// <summary>GPTs by sfdisk, sgdisk and parted are read as these read them, and ours by them.</summary>
public sealed class GptJudgesTests : IDisposable
{
    private const int Length = 64 << 20;
    private readonly TemporaryFolder _folder = new();

    private string Disk => _folder["a.raw"];

    [PeerTheory("sfdisk")]
    [InlineData("", "")]
    [InlineData("", "size=8M, type=uefi, name=\"EFI system ä\"\ntype=linux, attrs=\"RequiredPartition GUID:48,60,63\"")]
    [InlineData("table-length: 8", "size=1M\nsize=1M, attrs=\"NoBlockIOProtocol LegacyBIOSBootable\"")]
    [InlineData("table-length: 1000", "size=1M, name=\"a name as long as thirty-six letters\"")]
    [InlineData("first-lba: 34", "start=34, size=1\nstart=36, size=1\nstart=35, size=1")]
    [InlineData("label-id: 00010203-0405-0607-0809-0A0B0C0D0E0F", "size=1M, uuid=FFFEFDFC-FBFA-F9F8-F7F6-F5F4F3F2F1F0")]
    public async Task Tables_are_read_as_sfdisk_reads_them(string head, string partitions)
    {
        DiskTools.NewDisk(Disk, Length);
        await DiskTools.Sfdisk(Disk, $"label: gpt\n{head}\n{partitions}\n");

        Assert.Empty((await ReadTable.AssertLikeSfdisk(Disk)).Warnings);
    }

    [PeerTheory("sgdisk")]
    [InlineData("-S", "64", "-n", "5:0:+4M", "-c", "5:five", "-n", "2:0:+1M", "-t", "2:8200")]
    [InlineData("-a", "1", "-n", "1:40:41", "-A", "1:set:2", "-n", "2:42:0", "-t", "2:ef00")]
    [InlineData("-n", "1:0:+1M", "-n", "2:0:+1M", "-n", "3:0:+1M", "-d", "2", "-s")]
    public async Task Tables_are_read_as_sgdisk_writes_them(params string[] commands)
    {
        DiskTools.NewDisk(Disk, Length);
        await DiskTools.Sgdisk(Disk, ["-o", .. commands]);

        Assert.Empty((await ReadTable.AssertLikeSfdisk(Disk)).Warnings);
    }

    [PeerFact("sgdisk")]
    public async Task A_hybrid_MBR_is_told()
    {
        DiskTools.NewDisk(Disk, Length);
        await DiskTools.Sgdisk(Disk, "-o", "-n", "1:0:+1M", "-n", "2:0:+1M", "-h", "1:2");

        var table = await ReadTable.AssertLikeSfdisk(Disk);

        Assert.Equal([PartitionWarningKind.HybridMbr], table.Warnings.Select(warning => warning.Kind));
    }

    [PeerTheory("sfdisk")]
    [InlineData(512)]       // the header's signature
    [InlineData(512 + 20)]  // its reserved bytes
    [InlineData(512 + 56)]  // the disk's id
    [InlineData(1024 + 32)] // an entry
    public async Task A_damaged_primary_is_read_from_the_backup_as_sfdisk_does(int at)
    {
        await MakeTwoPartitions();
        Damage(at);

        var table = await ReadTable.AssertLikeSfdisk(Disk, "backup ");

        Assert.Equal([PartitionWarningKind.PrimaryDamaged], table.Warnings.Select(warning => warning.Kind));
    }

    [PeerTheory("sfdisk")]
    [InlineData(Length - 512)]
    [InlineData(Length - 512 + 40)]
    [InlineData(Length - (33 * 512) + 32)]
    public async Task A_damaged_backup_does_not_matter_as_to_sfdisk(int at)
    {
        await MakeTwoPartitions();
        Damage(at);

        var table = await ReadTable.AssertLikeSfdisk(Disk);

        Assert.Equal([PartitionWarningKind.BackupDamaged], table.Warnings.Select(warning => warning.Kind));
    }

    [PeerFact("parted")]
    public async Task Blocks_of_4096_bytes_are_told()
    {
        DiskTools.NewDisk(Disk, Length);
        var print = await DiskTools.Parted4096(
            Disk, "mklabel", "gpt", "mkpart", "one", "1MiB", "4MiB", "mkpart", "two", "4MiB", "60MiB", "unit", "s",
            "print");

        var table = ReadTable.Of(Disk);

        Assert.Equal((PartitionScheme.Gpt, 4096), (table.Scheme, table.SectorSize));
        Assert.Empty(table.Warnings);
        Assert.Equal(
            print.Split('\n').Where(line => line.Length > 0 && char.IsAsciiDigit(line[0])).Select(Words),
            table.Partitions.Select(partition => string.Join(
                ':', partition.Number, partition.Start.Value / 4096, (partition.End.Value / 4096) - 1,
                partition.Name)));

        static string Words(string line) =>
            line.Replace("s:", ":", StringComparison.Ordinal).Split(':') is var words
                ? $"{words[0]}:{words[1]}:{words[2]}:{words[5]}" : "";
    }

    [PeerFact("sgdisk")]
    public async Task What_we_seal_is_whole_for_sgdisk_and_sfdisk()
    {
        var disk = new byte[Length];
        WrittenGpt.Write(disk);
        await File.WriteAllBytesAsync(Disk, disk, TestContext.Current.CancellationToken);

        Assert.Contains("No problems found", await DiskTools.Sgdisk(Disk, "-v"), StringComparison.Ordinal);
        var verdict = await Peer.Run("sfdisk", "--verify", Disk);
        Assert.True(verdict.ExitCode == 0, verdict.Output + verdict.Error);
        Assert.Empty((await ReadTable.AssertLikeSfdisk(Disk)).Warnings);
    }

    [PeerFact("sgdisk")]
    public async Task A_copy_that_we_repair_from_the_other_is_whole_for_sgdisk()
    {
        await MakeTwoPartitions();
        Damage(512 + 56);
        var disk = await File.ReadAllBytesAsync(Disk, TestContext.Current.CancellationToken);
        var entries = new ExternalRegions(disk.AsSpan(1024, 128 * 128));

        var keptAll = Replica.Repair(
            ref GptHeader.Edit(disk.AsSpan(512)), in GptHeader.View(disk.AsSpan(Length - 512)), entries, entries);

        Assert.True(keptAll);
        await File.WriteAllBytesAsync(Disk, disk, TestContext.Current.CancellationToken);
        Assert.Contains("No problems found", await DiskTools.Sgdisk(Disk, "-v"), StringComparison.Ordinal);
        Assert.Empty((await ReadTable.AssertLikeSfdisk(Disk)).Warnings);
    }

    public void Dispose() => _folder.Dispose();

    private async Task MakeTwoPartitions()
    {
        DiskTools.NewDisk(Disk, Length);
        await DiskTools.Sfdisk(
            Disk, "label: gpt\nsize=8M, type=uefi, name=\"one\"\nsize=8M, type=swap, name=\"two\"\n");
    }

    private void Damage(int at)
    {
        using var file = File.Open(Disk, FileMode.Open, FileAccess.ReadWrite);
        file.Position = at;
        var value = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(value ^ 0x40));
    }
}
