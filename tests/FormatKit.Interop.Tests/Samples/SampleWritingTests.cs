using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>Images of other software after we wrote to them.</summary>
public sealed class SampleWritingTests(SampleFolder folder) : IDisposable
{
    private readonly TemporaryFolder _own = new();

    public static TheoryData<string> OfXenServer => SampleManifest.Paths(
        s => s.IsWholeVhd && s.Path.StartsWith("vhd/blktap/", StringComparison.Ordinal));

    public static TheoryData<string> Others => SampleManifest.Paths(
        s => s.IsWhole && !s.IsZeros && !s.Path.StartsWith("vhd/blktap/", StringComparison.Ordinal));

    public static TheoryData<string> Vmdks => SampleManifest.Paths(s => s.IsWholeVmdk);

    public void Dispose() => _own.Dispose();

    /// <summary>
    /// qemu never looks at sector bitmaps, but agrees all the same: blktap leaves zeros where it wrote nothing, and we
    /// clear what we do not write of a sector whose bit we set.
    /// </summary>
    [SampleTheory("qemu-img")]
    [MemberData(nameof(OfXenServer))]
    public async Task A_XenServer_VHD_keeps_headers_locators_and_unknown_bytes_and_its_batmap_is_kept_true(string path)
    {
        var before = File.ReadAllBytes(Copy(path));
        using var model = WriteTo(seed: 7);
        var after = File.ReadAllBytes(_own["a.img"]);

        var batmap = Structures().Single(structure => structure.Label == "batmap header").Offset;
        after.AsSpan((int)batmap.Value + 24, 4).CopyTo(before.AsSpan((int)batmap.Value + 24)); // the checksum
        foreach (var kept in Structures().Where(s => s.Label is not ("block allocation table" or "batmap" or "footer")))
        {
            var range = (int)kept.Offset.Value..(int)(kept.Offset.Value + kept.Length);
            Assert.True(before.AsSpan(range).SequenceEqual(after.AsSpan(range)), kept.Label);
        }

        Assert.Equal(before[^512..], after[^512..]);
        Assert.Equal(FullBlocks.ByBitmaps(after), FullBlocks.ByBatmap(after));
        await Qemu.AssertSame("vpc", _own["a.img"], "raw", model.Path);
    }

    [SampleTheory]
    [MemberData(nameof(OfXenServer))]
    public void A_XenServer_VHD_gives_discarded_blocks_back_and_its_batmap_has_no_bit_for_them(string path)
    {
        Copy(path);
        using (var image = OpenCopy())
        {
            image.Discard(0, image.Length);
        }

        var after = File.ReadAllBytes(_own["a.img"]);
        Assert.True(TableOf(after).AsSpan().IndexOfAnyExcept((byte)0xFF) < 0);
        Assert.Empty(FullBlocks.ByBatmap(after));
        using var emptied = DiskImage.Open(_own["a.img"]);
        Assert.Contains(emptied.Details, detail => detail is { Name: "batmap", Value: "yes" });
        Assert.All(emptied.Map(0, emptied.Length), entry => Assert.True(entry.Zero));
    }

    /// <summary>Read back by us: qemu takes some of these for shorter than they are.</summary>
    [SampleTheory]
    [MemberData(nameof(Others))]
    public void A_disk_of_other_software_takes_our_writes(string path)
    {
        Copy(path);
        using var model = WriteTo(seed: 8);

        using var image = DiskImage.Open(_own["a.img"]);
        Assert.Equal(Sha256.OfFile(model.Path), Sha256.OfGuest(image));
    }

    [SampleTheory("qemu-img")]
    [MemberData(nameof(Vmdks))]
    public async Task A_VMDK_of_other_software_that_we_wrote_to_is_the_same_for_qemu(string path)
    {
        Copy(path);
        using var model = WriteTo(seed: 9);

        await Qemu.AssertSame("vmdk", _own["a.img"], "raw", model.Path);
        await Qemu.Check("vmdk", _own["a.img"]);
    }

    /// <summary>Writes here and there, in two opens, and checks that nothing is broken.</summary>
    private GuestModel WriteTo(int seed)
    {
        var random = new Random(seed);
        GuestModel model;
        using (var image = OpenCopy())
        {
            model = new GuestModel(_own["model.raw"], image.Length);
            GuestCopy(image, model);
            RandomWriting.Run(random, 12, image, model);
        }

        using (var image = OpenCopy())
        {
            RandomWriting.Run(random, 12, image, model);
        }

        Assert.All(ImageCheck.Of(_own["a.img"]).Findings, f => Assert.Equal(CheckSeverity.Leak, f.Severity));
        return model;
    }

    private static void GuestCopy(DiskImage image, GuestModel model)
    {
        var bytes = new byte[1 << 20];
        for (var offset = 0L; offset < image.Length; offset += bytes.Length)
        {
            var part = bytes.AsSpan(0, (int)Math.Min(bytes.Length, image.Length - offset));
            image.Read(part, offset);
            model.Write(part, offset);
        }
    }

    private string Copy(string path)
    {
        File.Copy(folder.Unpack(path), _own["a.img"]);
        return _own["a.img"];
    }

    private DiskImage OpenCopy() => DiskImage.Open(_own["a.img"], new ImageOpenOptions { Writable = true });

    private IReadOnlyList<FileStructure> Structures()
    {
        using var store = FileStore.Open(_own["a.img"], FileOpenOptions.ForReading);
        return VhdStructures.Find(store);
    }

    private static byte[] TableOf(byte[] file)
    {
        ref readonly var header = ref VhdDynamicHeader.View(file.AsSpan(512));
        return file.AsSpan((int)header.TableOffset, (int)header.MaxTableEntries * sizeof(uint)).ToArray();
    }
}
