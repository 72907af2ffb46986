using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>What is said to be in Azure's way: each of its demands broken by itself.</summary>
public sealed class VhdAzureCheckTests
{
    private const int MiB = 1 << 20;

    [Fact]
    public void A_disk_that_was_made_for_Azure_suits_it()
    {
        var report = Checked(Created(2 * MiB, "profile=azure"));

        Assert.True(report.IsClean);
        Assert.Contains(report.ExaminedParts, part => part.StartsWith("azure: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dynamic_disk_does_not_suit_and_is_not_damaged_either()
    {
        var report = Checked(Created(2 * MiB, ""));

        Assert.Equal(["Azure takes fixed disks, not dynamic ones; convert it with '-o profile=azure'."], Words(report));
        Assert.Equal(0, report.CountOf(CheckSeverity.Corruption));
    }

    [Fact]
    public void A_table_with_an_entry_too_many_is_named_where_its_number_stands()
    {
        var file = Created(2 * MiB, "block_size=512K").WithHeader((ref VhdDynamicHeader header) =>
            header.MaxTableEntries++);

        var finding = Checked(file).Findings[1];

        Assert.Equal("The table has 5 entries for 4 blocks; Azure wants exactly as many.", finding.Message);
        Assert.Equal(512 + 28, finding.Offset);
    }

    [Fact]
    public void A_size_that_is_no_whole_MiB_is_named_with_the_next_one()
    {
        var finding = Assert.Single(Checked(Created((2 * MiB) + 512, "subformat=fixed")).Findings);

        Assert.Equal("The guest's size of 2097664 bytes is not one of whole MiB; the next one is 3M.", finding.Message);
        Assert.Equal((2 * MiB) + 512 + 48, finding.Offset);
    }

    [Fact]
    public void A_creator_whose_size_is_the_geometry_is_named()
    {
        var file = Created(2 * MiB, "subformat=fixed")
            .WithFooter((ref VhdFooter footer) => footer.CreatorApplication = FourCC.Of("vpc "));

        Assert.Equal(
            [
                "The creator is \"vpc \", so that readers take the geometry for the size and see 2088960 bytes; Azure "
                + "goes by the current size of 2097152.",
            ],
            Words(Checked(file)));
    }

    [Fact]
    public void A_footer_of_511_bytes_is_named() =>
        Assert.Equal(
            ["The footer has 511 bytes, as in very old files; Azure wants 512."],
            Words(Checked(Created(2 * MiB, "subformat=fixed")[..^1])));

    [Fact]
    public void A_gap_before_the_footer_is_named()
    {
        var file = Created(2 * MiB, "subformat=fixed");
        byte[] gapped = [.. file[..^512], .. new byte[512], .. file[^512..]];

        Assert.Equal(
            ["The footer is at byte 2097664, not right behind the 2097152 bytes of the disk."], Words(Checked(gapped)));
    }

    [Fact]
    public void Of_a_dynamic_disk_a_lost_footer_is_named()
    {
        var file = Created(2 * MiB, "");

        Assert.Contains("The footer at the end of the file is not whole.", Words(Checked(file[..^512])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(4096)]
    public void Of_a_file_without_any_footer_nothing_more_is_said(int length)
    {
        var report = new CheckReport { Format = "vpc" };

        ImageFormats.Vhd.CheckProfile(new MemoryStore(new byte[length]), "azure", report);

        Assert.Empty(report.Findings);
    }

    [Fact]
    public void A_profile_that_there_is_not_is_refused() =>
        Assert.Throws<ArgumentException>(() => ImageFormats.Vhd.CheckProfile(
            new MemoryStore(), "aws", new CheckReport { Format = "vpc" }));

    private static byte[] Created(long length, string options)
    {
        using var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vhd, length, options).Dispose();
        return file.ToArray();
    }

    /// <summary>The check and then the profile's, as the tool does it.</summary>
    private static CheckReport Checked(byte[] bytes)
    {
        var file = new MemoryStore(bytes);
        var report = TestDisk.Check(file, ImageFormats.Vhd);
        ImageFormats.Vhd.CheckProfile(TestDisk.Frozen(file), "azure", report);
        return report;
    }

    private static IEnumerable<string> Words(CheckReport report) =>
        report.Findings.Where(finding => finding.Severity == CheckSeverity.Unsuited).Select(finding => finding.Message);
}
