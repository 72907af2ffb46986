using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Interop.Tests;

/// <summary>Conversions, ours beside qemu's of the same disk.</summary>
public sealed class ConvertInteropTests : IDisposable
{
    private const long MiB = 1 << 20;
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Conversions => new()
    {
        { "raw", "vpc", "subformat=dynamic" },
        { "raw", "vpc", "subformat=fixed" },
        { "raw", "raw", "" },
        { "vpc", "raw", "" },
        { "vpc", "vpc", "subformat=dynamic" },
        { "vpc", "vpc", "subformat=fixed" },
        { "raw", "vmdk", "" },
        { "raw", "vmdk", "zeroed_grain=on" },
        { "vmdk", "raw", "" },
        { "vmdk", "vmdk", "" },
        { "vpc", "vmdk", "" },
        { "vmdk", "vpc", "subformat=dynamic" },
    };

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Conversions))]
    public async Task Our_conversion_is_as_good_as_that_of_qemu(string from, string to, string options)
    {
        await MakeSource(from);
        var qemuOptions = to == "vpc" ? options + ",force_size=on" : options;
        await Qemu.Img([
            "convert", "-f", from, "-O", to, .. qemuOptions.Length == 0 ? [] : new[] { "-o", qemuOptions },
            _folder["source"], _folder["theirs"]]);

        Convert(from, to, options);

        await Qemu.AssertSame(to, _folder["ours"], from, _folder["source"]);
        await Qemu.AssertSame(to, _folder["ours"], to, _folder["theirs"]);
        Assert.InRange(Occupied("ours"), 1, Occupied("theirs") + MiB);
        Assert.Empty(to == "raw" ? [] : ImageCheck.Of(_folder["ours"]).Findings);
    }

    /// <summary>A disk of text, noise and zeros, of a size that no block and no geometry has.</summary>
    private async Task MakeSource(string format)
    {
        var random = new Random(5);
        using (var model = new GuestModel(_folder["model"], (37 * MiB) + 1536))
        {
            foreach (var offset in new[] { 0, (3 * MiB) + 77, 8 * MiB, (21 * MiB) - 3, (36 * MiB) + 500 })
            {
                model.Write(GuestBytes.Random(random, 400_000), offset);
                model.Write(GuestBytes.OfAnyKind(random, 500_000), offset + 400_000);
            }
        }

        await Qemu.Img(
            ["convert", "-f", "raw", "-O", format, .. Qemu.ExactSize(format), _folder["model"], _folder["source"]]);
    }

    private void Convert(string from, string to, string options)
    {
        using var source = WrittenImage.Open(_folder["source"], from);
        using var target = WrittenImage.Create(_folder["ours"], to, options, source.Length);
        ConvertOperation.Run(source, target, new ConvertOptions(), TestContext.Current.CancellationToken);
    }

    private long Occupied(string name)
    {
        using var store = FileStore.Open(_folder[name], FileOpenOptions.ForReading);
        return store.AllocatedBytes;
    }
}
