namespace FormatKit.Interop.Tests;

/// <summary><c>fkit</c> beside <c>qemu-img</c>, from command line to exit code.</summary>
public sealed class ToolInteropTests : IDisposable
{
    private const int Size = (9 << 20) + 1536;
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Conversions => new()
    {
        { "raw", "vpc", "subformat=dynamic" },
        { "raw", "vpc", "subformat=fixed" },
        { "vpc", "raw", "" },
        { "vpc", "vpc", "block_size=512K" },
        { "raw", "vmdk", "grain_size=128K" },
        { "vmdk", "raw", "" },
        { "vmdk", "vpc", "" },
    };

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Conversions))]
    public async Task What_fkit_converts_is_what_qemu_reads(string from, string to, string options)
    {
        await MakeSource(from);

        var ours = await Fkit.Run(
            ["convert", "-q", "-f", from, "-O", to, .. options.Length == 0 ? [] : new[] { "-o", options },
            _folder["source"], _folder["ours"]]);

        Assert.True(ours.ExitCode == 0, ours.Error);
        await Qemu.AssertSame(to, _folder["ours"], from, _folder["source"]);
    }

    [PeerTheory("qemu-img")]
    [InlineData("vpc")]
    [InlineData("vmdk")]
    public async Task The_tools_agree_whether_two_disks_are_the_same(string format)
    {
        await MakeSource(format);
        File.Copy(_folder["model"], _folder["other"]);
        using (var other = File.OpenWrite(_folder["other"]))
        {
            other.Position = Size - 1;
            other.WriteByte(0xA5);
        }

        foreach (var raw in new[] { "model", "other" })
        {
            string[] arguments = ["compare", "-f", format, "-F", "raw", _folder["source"], _folder[raw]];
            var theirs = await Peer.Run("qemu-img", arguments);
            var ours = await Fkit.Run(arguments);

            Assert.Equal(raw == "model" ? 0 : 1, theirs.ExitCode);
            Assert.Equal(theirs.ExitCode, ours.ExitCode);
        }
    }

    [PeerTheory("qemu-img")]
    [InlineData("vpc")]
    [InlineData("vmdk")]
    public async Task fkit_checks_a_disk_of_qemu_and_finds_nothing(string format)
    {
        await MakeSource(format);

        var ours = await Fkit.Run("check", _folder["source"]);

        Assert.True(ours.ExitCode == 0, ours.Output + ours.Error);
    }

    /// <summary>Noise and zeros; the last byte is a zero.</summary>
    private async Task MakeSource(string format)
    {
        var random = new Random(6);
        using (var model = new GuestModel(_folder["model"], Size))
        {
            model.Write(GuestBytes.Random(random, 700_000), 1_000_001);
            model.Write(GuestBytes.Random(random, 3000), Size - 3001);
        }

        await Qemu.Img(
            ["convert", "-f", "raw", "-O", format, .. Qemu.ExactSize(format), _folder["model"], _folder["source"]]);
    }
}
