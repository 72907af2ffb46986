using FormatKit.Formats.Partitions;

namespace FormatKit.Interop.Tests.Partitions;

/// <summary>MBRs by sfdisk and parted are read as these read them.</summary>
public sealed class MbrJudgesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [PeerTheory("sfdisk")]
    [InlineData("")]
    [InlineData("size=1M, type=83, bootable")]
    [InlineData("size=1M, type=c\nsize=2M, type=7\nsize=3M, type=a5, bootable\nsize=4M, type=ef")]
    [InlineData("start=40960, size=1M, type=83\nstart=2048, size=1M, type=82\nstart=20480, size=1M, type=8e")]
    [InlineData("size=1M\nsize=30M, type=5\nsize=1M, type=fd\nsize=1M, type=82\nsize=2M, type=b\nsize=3M, type=83")]
    [InlineData("size=30M, type=f, bootable\nsize=1M, type=6\nsize=1M, type=11")]
    [InlineData("start=2048, size=61440, type=85\nstart=10000, size=2000\nstart=40000, size=300\nstart=50001, size=1")]
    public async Task Tables_are_read_as_sfdisk_reads_them(string partitions)
    {
        var path = DiskTools.NewDisk(_folder["a.raw"], 64 << 20);
        await DiskTools.Sfdisk(path, $"label: dos\nlabel-id: 0x89abcdef\n{partitions}\n");

        Assert.Empty((await ReadTable.AssertLikeSfdisk(path)).Warnings);
    }

    [PeerFact("sfdisk")]
    public async Task A_chain_of_fifty_records_is_read_to_its_end()
    {
        var path = DiskTools.NewDisk(_folder["a.raw"], 128 << 20);
        await DiskTools.Sfdisk(
            path, "label: dos\ntype=5\n" + string.Concat(Enumerable.Repeat("size=1M, type=83\n", 50)));

        Assert.Equal(51, (await ReadTable.AssertLikeSfdisk(path)).Partitions.Count);
    }

    [PeerFact("sfdisk")]
    public async Task A_chain_that_goes_to_and_fro_is_read()
    {
        var path = DiskTools.NewDisk(_folder["a.raw"], 64 << 20);
        await DiskTools.Sfdisk(
            path, "label: dos\ntype=5\n" + string.Concat(Enumerable.Repeat("size=4M, type=83\n", 4)));
        var deleted = await Peer.Run("sfdisk", "-q", "--no-reread", "--no-tell-kernel", "--delete", path, "6");
        Assert.True(deleted.ExitCode == 0, deleted.Error);
        await DiskTools.Sfdisk(path, "size=2M, type=82\n", "--append");

        Assert.Empty((await ReadTable.AssertLikeSfdisk(path)).Warnings);
    }

    [PeerFact("parted")]
    public async Task Sectors_of_4096_bytes_are_told_where_there_are_logical_partitions()
    {
        var path = DiskTools.NewDisk(_folder["a.raw"], 64 << 20);
        var print = await DiskTools.Parted4096(
            path, "mklabel", "msdos", "mkpart", "primary", "1MiB", "4MiB", "mkpart", "extended", "4MiB", "60MiB",
            "mkpart", "logical", "5MiB", "10MiB", "mkpart", "logical", "12MiB", "30MiB", "unit", "s", "print");

        var table = ReadTable.Of(path);

        Assert.Equal(4096, table.SectorSize);
        Assert.Empty(table.Warnings);
        Assert.Equal(
            print.Split('\n').Where(line => line.Length > 0 && char.IsAsciiDigit(line[0]))
                .Select(line => string.Join(':', line.Split(':')[..4])),
            table.Partitions.Select(partition => string.Join(
                ':', partition.Number, Sectors(partition.Start.Value), Sectors(partition.End.Value - 1),
                Sectors(partition.Length))));

        static string Sectors(long bytes) => FormattableString.Invariant($"{bytes / 4096}s");
    }

    [PeerFact("sfdisk")]
    public async Task Types_have_the_names_that_util_linux_gives_them()
    {
        var names = await TypeNames("dos");

        Assert.All(Enum.GetValues<MbrPartitionType>().Where(type => type != MbrPartitionType.Empty), type =>
            Assert.Equal(names[((byte)type).ToString("x", null)], MbrPartitionTypes.NameOf(type)));
    }

    [PeerFact("sfdisk")]
    public async Task Types_of_a_GPT_have_the_names_that_util_linux_gives_them()
    {
        var names = await TypeNames("gpt");

        Assert.All(GptPartitionTypes.Known, type =>
            Assert.Equal(names[$"{type}"], GptPartitionTypes.NameOf(type)));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Dictionary<string, string>> TypeNames(string label)
    {
        var list = await Peer.Run("sfdisk", "--list-types", "--label", label);
        return list.Output.Split('\n').Select(line => line.Trim().Split("  ", 2)).Where(words => words.Length == 2)
            .DistinctBy(words => words[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(words => words[0], words => words[1], StringComparer.OrdinalIgnoreCase);
    }
}
