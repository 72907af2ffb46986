using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Interop.Tests;

/// <summary>A VHD that we repaired is one to others too.</summary>
public sealed class RepairedVhdTests : IDisposable
{
    private const long Size = (11 << 20) + 1024;
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Damages => ["copy", "end", "end gone", "bytes behind", "header"];

    public void Dispose() => _folder.Dispose();

    [PeerTheory("qemu-img")]
    [MemberData(nameof(Damages))]
    public async Task qemu_reads_what_was_written_from_a_repaired_disk(string damage)
    {
        using var written = Repaired(damage);

        Assert.Equal(Size, await Qemu.VirtualSize("vpc", _folder["a.img"]));
        await Qemu.AssertSame("vpc", written.Path, "raw", written.Model.Path);
    }

    [PeerTheory("7z")]
    [MemberData(nameof(Damages))]
    public async Task Seven_zip_reads_what_was_written_from_a_repaired_disk(string damage)
    {
        using var written = Repaired(damage);

        var theirs = await SevenZip.ToRaw("vpc", _folder["a.img"], _folder["theirs"]);

        Assert.Equal(Sha256.OfFile(written.Model.Path), Sha256.OfFile(theirs));
    }

    [PeerTheory("pyvhdi")]
    [MemberData(nameof(Damages))]
    public async Task libvhdi_reads_what_was_written_from_a_repaired_disk(string damage)
    {
        using var written = Repaired(damage);

        await Libyal.Vhdi.ToRaw(_folder["a.img"], _folder["theirs.raw"]);

        Assert.Equal(Sha256.OfFile(written.Model.Path), Sha256.OfFile(_folder["theirs.raw"]));
    }

    /// <summary>A disk that was damaged and then repaired. Discarded blocks may have left leaks in it.</summary>
    private WrittenImage Repaired(string damage)
    {
        var written = WrittenImage.Make(_folder, "vpc", "subformat=dynamic", Size, 9);
        using (var store = FileStore.Open(written.Path, FileOpenOptions.ForWriting))
        {
            Damage(store, damage);
            var result = RepairOperation.Run(store, ImageFormats.Vhd, new RepairOptions());
            Assert.NotEmpty(result.Done);
            Assert.DoesNotContain(result.After.Findings, finding => finding.Severity != CheckSeverity.Leak);
        }

        return written;
    }

    private static void Damage(FileStore store, string damage)
    {
        switch (damage)
        {
            case "copy":
                store.Zero(0, 512);
                break;
            case "end":
                store.Zero(store.Length - 512, 512);
                break;
            case "end gone":
                store.SetLength(store.Length - 512);
                break;
            case "bytes behind":
                store.SetLength(store.Length + 4000);
                break;
            default:
                store.Zero(512 + 36, 4); // the header's checksum
                break;
        }
    }
}
