using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests;

/// <summary>A disk that children were merged into, and one that was made smaller, hold for others what they hold for
/// us.</summary>
public sealed class MergedVhdTests : IDisposable
{
    private const int MiB = 1 << 20;
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _content = new byte[(16 * MiB) + 512];

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [InlineData("subformat=dynamic")]
    [InlineData("subformat=fixed")]
    [InlineData("subformat=dynamic,batmap=on")]
    public async Task qemu_reads_a_disk_that_two_children_were_merged_into(string options)
    {
        Fill(0, 5 * MiB, 1);
        await File.WriteAllBytesAsync(_folder["a.raw"], _content, TestContext.Current.CancellationToken);
        await Do("convert", "-q", "-f", "raw", "-O", "vpc", "-o", options, _folder["a.raw"], _folder["base.vhd"]);
        await Do("create", "-q", "-f", "vpc", "-b", _folder["base.vhd"], _folder["b.vhd"]);
        Write(_folder["b.vhd"], (4 * MiB) + 1024, 3 * MiB, 2);
        await Do("create", "-q", "-f", "vpc", "-b", _folder["b.vhd"], _folder["c.vhd"]);
        Write(_folder["c.vhd"], 16 * MiB, 512, 3);
        Write(_folder["c.vhd"], MiB + 512, 512, 4);

        await Do("commit", "-q", "--child", _folder["c.vhd"], "--delete", _folder["b.vhd"]);
        await Do("commit", "-q", "--delete", _folder["c.vhd"]);

        await AssertSameForQemu(_folder["base.vhd"]);
    }

    [PeerTheory("qemu-img")]
    [InlineData("block_size=2M")]
    [InlineData("block_size=64K,batmap=on")]
    public async Task qemu_reads_a_disk_that_was_made_smaller(string options)
    {
        Fill(0, 16 * MiB, 5);
        await File.WriteAllBytesAsync(_folder["a.raw"], _content, TestContext.Current.CancellationToken);
        await Do("convert", "-q", "-f", "raw", "-O", "vpc", "-o", options, _folder["a.raw"], _folder["base.vhd"]);
        using (var image = DiskImage.Open(_folder["base.vhd"], new ImageOpenOptions { Writable = true }))
        {
            image.Discard(2 * MiB, 6 * MiB);
            _content.AsSpan(2 * MiB, 6 * MiB).Clear();
        }

        var before = new FileInfo(_folder["base.vhd"]).Length;
        await Do("compact", "-q", _folder["base.vhd"]);

        Assert.InRange(before - new FileInfo(_folder["base.vhd"]).Length, 6 * MiB, 7 * MiB);
        await AssertSameForQemu(_folder["base.vhd"]);
    }

    private static async Task Do(params string[] arguments)
    {
        var result = await Fkit.Run(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    private async Task AssertSameForQemu(string image)
    {
        await File.WriteAllBytesAsync(_folder["a.raw"], _content, TestContext.Current.CancellationToken);
        await Qemu.AssertSame("vpc", image, "raw", _folder["a.raw"]);
    }

    private void Fill(int offset, int length, int seed) =>
        new Random(seed).NextBytes(_content.AsSpan(offset, length));

    private void Write(string path, int offset, int length, int seed)
    {
        Fill(offset, length, seed);
        using var image = DiskImage.Open(path, new ImageOpenOptions { Writable = true });
        image.Write(_content.AsSpan(offset, length), offset);
    }
}
