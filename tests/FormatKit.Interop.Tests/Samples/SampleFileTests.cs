using FormatKit.Disks;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;

namespace FormatKit.Interop.Tests.Samples;

/// <summary>What holds for every file, whatever its format and state.</summary>
public sealed class SampleFileTests(SampleFolder folder)
{
    public static TheoryData<string> All => SampleManifest.Paths(_ => true);

    public static TheoryData<string> Whole => SampleManifest.Paths(s => s.IsWhole);

    public static TheoryData<string> Damaged =>
        SampleManifest.Paths(s => s.IsRefused && !s.IsDifferencing);

    [SampleTheory]
    [MemberData(nameof(All))]
    public void Reading_leaves_every_byte_of_the_file_as_it_was(string path)
    {
        var file = folder.Unpack(path);
        try
        {
            using var image = DiskImage.Open(file);
            var sector = new byte[512];
            image.Read(sector, 0);
            _ = image.Map(0, image.Length).Count();
        }
        catch (ImageException)
        {
            // A refusal must leave the file alone as well.
        }

        Assert.Equal(SampleManifest.Find(path).FileSha256, Sha256.OfFile(file));
    }

    [SampleTheory]
    [MemberData(nameof(All))]
    public void Its_structures_are_found_whatever_state_it_is_in(string path)
    {
        using var store = FileStore.Open(folder.Unpack(path), FileOpenOptions.ForReading);
        var format = ImageFormats.Probe(path, store);

        var structures = format.Structures(store);

        Assert.Equal(format == ImageFormats.Raw, structures.Count == 0);
        Assert.Equal(structures.OrderBy(s => s.Offset), structures);
        Assert.All(
            structures.Where(s => s.Layout is not null),
            s => Assert.True(s.Offset.Value + s.Length <= store.Length));
    }

    /// <summary>Virtual PC's disk has a size by its geometry and another one by its current size, which is worth a note
    /// and no damage.</summary>
    [SampleTheory]
    [MemberData(nameof(Whole))]
    public void Check_finds_nothing_in_a_good_one(string path)
    {
        var report = ImageCheck.Of(folder.Unpack(path));

        Assert.DoesNotContain(report.Findings, finding =>
            path != "vhd/wild/virtualpc-dynamic.vhd" || finding.Severity != CheckSeverity.Note);
        Assert.NotEmpty(report.ExaminedParts);
    }

    [SampleTheory]
    [MemberData(nameof(Damaged))]
    public void Check_finds_corruption_in_a_damaged_one(string path) =>
        Assert.NotEqual(0, ImageCheck.Of(folder.Unpack(path)).CountOf(CheckSeverity.Corruption));
}
