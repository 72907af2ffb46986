using FormatKit.Disks.Images;

namespace FormatKit.Cli.Tests;

/// <summary>Files made smaller, by the tool.</summary>
public sealed class CompactTests : IDisposable
{
    private const int KiB = 1024;
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _content = new byte[1024 * KiB];

    private string Disk => _folder.File("disk.vhd");

    public CompactTests()
    {
        new Random(2).NextBytes(_content);
        Fkit.Good(
            "convert", "-q", "-f", "raw", "-O", "vhd", "-o", "block_size=64K", _folder.File("a.raw", _content), Disk);
        using var image = DiskImage.Open(Disk, new ImageOpenOptions { Writable = true });
        image.Discard(128 * KiB, 256 * KiB);
        image.Write(new byte[64 * KiB], 512 * KiB);
        _content.AsSpan(128 * KiB, 256 * KiB).Clear();
        _content.AsSpan(512 * KiB, 64 * KiB).Clear();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_gives_back_what_the_disk_does_not_need()
    {
        var before = new FileInfo(Disk).Length;

        var said = Fkit.Good("compact", Disk).Error;

        var after = new FileInfo(Disk).Length;
        Assert.Contains(
            $"1 blocks of zeros dropped, 5 blocks moved; the file has {after} bytes instead of {before}", said,
            StringComparison.Ordinal);
        Assert.InRange(before - after, 5 * 64 * KiB, 6 * 70 * KiB);
        Assert.Equal(_content, Fkit.Good("read", Disk).Payload);
        Assert.Contains("No errors were found", Fkit.Good("check", Disk).Output, StringComparison.Ordinal);
        Assert.Empty(Fkit.Good("compact", "-q", Disk).Error);
        Assert.Equal(after, new FileInfo(Disk).Length);
    }

    [Fact]
    public void A_dry_run_says_what_would_be_and_changes_nothing()
    {
        var before = File.ReadAllBytes(Disk);

        var said = Fkit.Good("compact", "-n", Disk).Error;

        Assert.Equal(before, File.ReadAllBytes(Disk));
        Fkit.Good("compact", Disk);
        Assert.Contains(
            "1 blocks of zeros would be dropped, 5 blocks would be moved; the file would have "
            + $"{new FileInfo(Disk).Length} bytes instead of {before.Length}", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_raw_disk_has_nothing_to_compact() =>
        Assert.Contains(
            "allocates nothing",
            Fkit.Run("compact", "-f", "raw", _folder.File("a.raw")).HasOneErrorLine().Error, StringComparison.Ordinal);
}
