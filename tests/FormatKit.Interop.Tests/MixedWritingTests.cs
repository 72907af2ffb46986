namespace FormatKit.Interop.Tests;

/// <summary>We and qemu write to one image by turns, and both read all of it after each turn.</summary>
public sealed class MixedWritingTests : IDisposable
{
    private const long MiB = 1 << 20;
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, int> Images => new()
    {
        { "vpc", "subformat=dynamic", 1 },
        { "vpc", "subformat=dynamic", 2 },
        { "vpc", "subformat=dynamic,block_size=64K", 3 },
        { "vpc", "subformat=dynamic,block_size=512K", 4 },
        { "vpc", "subformat=fixed", 5 },
        { "raw", "", 6 },
        { "vmdk", "", 21 },
        { "vmdk", "", 22 },
        { "vmdk", "grain_size=16K", 23 },
        { "vmdk", "zeroed_grain=on", 24 },
        { "vmdk", "zeroed_grain=on,grain_size=512K", 25 },
    };

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-io")]
    [MemberData(nameof(Images))]
    public async Task An_image_of_ours_is_written_by_turns(string format, string options, int seed)
    {
        const long Size = (19 * MiB) + 512;
        WrittenImage.Create(_folder["a.img"], format, options, Size).Dispose();

        await WriteByTurns(format, Size, seed, qemuFirst: false);
    }

    [PeerTheory("qemu-io")]
    [InlineData("vpc", "subformat=dynamic,force_size=on", 11)]
    [InlineData("vpc", "subformat=fixed,force_size=on", 12)]
    [InlineData("raw", "preallocation=off", 13)]
    [InlineData("vmdk", "subformat=monolithicSparse", 31)]
    [InlineData("vmdk", "zeroed_grain=on", 32)]
    public async Task An_image_of_qemu_is_written_by_turns(string format, string options, int seed)
    {
        const long Size = (19 * MiB) + 512;
        await Qemu.Img("create", "-f", format, "-o", options, _folder["a.img"], $"{Size}");

        await WriteByTurns(format, Size, seed, qemuFirst: true);
    }

    private async Task WriteByTurns(string format, long size, int seed, bool qemuFirst)
    {
        var random = new Random(seed);
        using var model = new GuestModel(_folder["model.raw"], size);
        for (var turn = 0; turn < 6; turn++)
        {
            if ((turn % 2 == 0) == qemuFirst)
            {
                await WriteByQemu(format, random, model);
            }
            else
            {
                WriteByUs(format, random, model);
            }

            await Qemu.AssertSame(format, _folder["a.img"], "raw", model.Path);
            await CheckByQemu(format);
            using var image = WrittenImage.Open(_folder["a.img"], format);
            Assert.Equal(Sha256.OfFile(model.Path), Sha256.OfGuest(image));
        }
    }

    /// <summary>qemu checks VMDKs, but neither VHDs nor raw disks.</summary>
    private Task CheckByQemu(string format) =>
        format == "vmdk" ? Qemu.Check(format, _folder["a.img"]) : Task.CompletedTask;

    private void WriteByUs(string format, Random random, GuestModel model)
    {
        using var image = WrittenImage.Open(_folder["a.img"], format, writable: true);
        RandomWriting.Run(random, 12, image, model);
    }

    private async Task WriteByQemu(string format, Random random, GuestModel model)
    {
        var commands = new List<string>();
        for (var write = 0; write < 12; write++)
        {
            var (offset, length) = RandomWriting.Range(random, model.Length);
            var pattern = (byte)(random.Next(4) == 0 ? 0 : random.Next(256));
            commands.Add(pattern == 0 ? Qemu.WriteZeros(offset, length) : Qemu.WritePattern(pattern, offset, length));
            model.Write(Enumerable.Repeat(pattern, length).ToArray(), offset);
        }

        await Qemu.Io(format, _folder["a.img"], commands);
    }
}
