using System.Buffers.Binary;
using FormatKit.Disks.Images;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Interop.Tests;

/// <summary>
/// Grain directory entries of 0: tables that are made when they are first written to. qemu reads such an image and
/// checks it, but does not see the 0 when it writes: the guest's bytes go over the header, and it says that all is
/// well. So what is judged here is reading, and what qemu is to write to has its tables from the start.
/// </summary>
public sealed class VmdkTableTests : IDisposable
{
    private const long MiB = 1 << 20;
    private const int Sector = 512;
    private const int EntriesPerTable = 512;
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public VmdkTableTests() => _path = _folder["a.vmdk"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lazy_disk_has_no_table_until_it_is_written_to()
    {
        WrittenImage.Create(_path, "vmdk", "lazy_tables=on", 100 * MiB).Dispose();

        Assert.All(Directory(h => h.DirectoryOffset), entry => Assert.Equal(0u, entry));
        Assert.All(Directory(h => h.RedundantDirectoryOffset), entry => Assert.Equal(0u, entry));
    }

    /// <summary>A table has 512 grains of 64 KiB: 32 MiB. The write is across the second and the third.</summary>
    [PeerFact("qemu-img")]
    public async Task A_write_makes_the_tables_that_it_needs_in_both_directories()
    {
        using var model = new GuestModel(_folder["model.raw"], 100 * MiB);
        WrittenImage.Create(_path, "vmdk", "lazy_tables=on", model.Length).Dispose();
        var before = Header();

        Write(model, GuestBytes.Random(new Random(1), 300_000), (64 * MiB) - 100_000);

        Assert.Equal(before, Header());
        bool[] there = [false, true, true, false];
        Assert.Equal(there, Directory(h => h.DirectoryOffset).Select(entry => entry != 0));
        Assert.Equal(there, Directory(h => h.RedundantDirectoryOffset).Select(entry => entry != 0));

        await AssertRight(model);
    }

    /// <summary>qemu makes all tables at once; without those of a directory entry the guest is zeros there.</summary>
    [PeerFact("qemu-io")]
    public async Task A_missing_table_of_an_image_of_qemu_is_made_by_our_write()
    {
        using var model = new GuestModel(_folder["model.raw"], 100 * MiB);
        await Qemu.Img("create", "-f", "vmdk", _path, $"{model.Length}");
        await Qemu.Io("vmdk", _path, Qemu.WritePattern(7, 5 * MiB, 65_536));
        model.Write(Enumerable.Repeat((byte)7, 65_536).ToArray(), 5 * MiB);
        ClearEntry(Header().DirectoryOffset, 2);
        ClearEntry(Header().RedundantDirectoryOffset, 2);
        var before = Header();

        Write(model, GuestBytes.Random(new Random(2), 200_000), 70 * MiB);

        Assert.Equal(before, Header());
        Assert.All(Directory(h => h.DirectoryOffset), entry => Assert.NotEqual(0u, entry));
        Assert.All(Directory(h => h.RedundantDirectoryOffset), entry => Assert.NotEqual(0u, entry));
        await AssertRight(model);
    }

    /// <summary>Both directories lead to tables with the same entries: 7-Zip and qemu go by one of them each.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("zeroed_grain=on")]
    [InlineData("lazy_tables=on")]
    public void After_any_writing_the_tables_of_both_directories_are_equal(string options)
    {
        using var written = WrittenImage.Make(_folder, "vmdk", options, 80 * MiB, seed: 5);

        Assert.Equal(
            Tables(written.Path, h => h.DirectoryOffset), Tables(written.Path, h => h.RedundantDirectoryOffset));
    }

    private void Write(GuestModel model, byte[] bytes, long offset)
    {
        using var image = WrittenImage.Open(_path, "vmdk", writable: true);
        image.Write(bytes, offset);
        model.Write(bytes, offset);
    }

    private async Task AssertRight(GuestModel model)
    {
        using (var image = DiskImage.Open(_path))
        {
            Assert.Equal(Sha256.OfFile(model.Path), Sha256.OfGuest(image));
        }

        await Qemu.AssertSame("vmdk", _path, "raw", model.Path);
        await Qemu.Check("vmdk", _path);
        Assert.Empty(ImageCheck.Of(_path).Findings);
    }

    private Vmdk4Header Header() => Vmdk4Header.View(File.ReadAllBytes(_path));

    private uint[] Directory(Func<Vmdk4Header, ulong> place) => Directory(File.ReadAllBytes(_path), place);

    private static uint[] Directory(byte[] file, Func<Vmdk4Header, ulong> place)
    {
        var header = Vmdk4Header.View(file);
        var sectorsPerTable = header.GrainSize * EntriesPerTable;
        return Entries(file, place(header), (int)((header.Capacity + sectorsPerTable - 1) / sectorsPerTable));
    }

    /// <summary>The entries of all tables of a directory, those that are not there as zeros.</summary>
    private static List<uint> Tables(string path, Func<Vmdk4Header, ulong> place)
    {
        var file = File.ReadAllBytes(path);
        return [.. Directory(file, place).SelectMany(
            table => table == 0 ? new uint[EntriesPerTable] : Entries(file, table, EntriesPerTable))];
    }

    private static uint[] Entries(byte[] file, ulong sector, int count) =>
        [.. Enumerable.Range(0, count).Select(index =>
            BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan((int)(sector * Sector) + (index * sizeof(uint)))))];

    private void ClearEntry(ulong directorySector, int index)
    {
        using var file = File.OpenWrite(_path);
        file.Position = (long)(directorySector * Sector) + (index * sizeof(uint));
        file.Write(new byte[sizeof(uint)]);
    }
}
