using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Each damage is found and called what it is.</summary>
public sealed class VhdCheckTests
{
    [Fact]
    public void Images_that_we_wrote_are_clean_and_the_report_says_what_was_looked_at()
    {
        foreach (var bytes in new[] { VhdBytes.Dynamic(), VhdBytes.Fixed() })
        {
            var report = Check(bytes);

            Assert.True(report.IsClean, string.Join('\n', report.Findings));
            Assert.NotEmpty(report.ExaminedParts);
        }

        Assert.Equal(3, Check(VhdBytes.Dynamic()).AllocatedUnits);
        Assert.Equal(6, Check(VhdBytes.Dynamic()).TotalUnits);
    }

    [Fact]
    public void An_entry_out_of_the_file_is_corruption_at_its_place()
    {
        var finding = Assert.Single(Check(VhdBytes.Dynamic().WithEntry(2, 0x10000)).Findings);

        Assert.Equal(CheckSeverity.Corruption, finding.Severity);
        Assert.Equal(VhdBytes.TableAt + 8, finding.Offset);
    }

    [Fact]
    public void Blocks_in_one_place_are_corruption()
    {
        var bytes = VhdBytes.Dynamic();

        var report = Check(bytes.WithEntry(2, bytes.Entry(0)));
        Assert.Equal(1, report.CountOf(CheckSeverity.Corruption));
        Assert.Contains("block 0", report.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("block 2", report.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_damaged_footers_or_a_damaged_header_are_corruption()
    {
        var footers = VhdBytes.Dynamic().With(100, 1);
        footers[^100] ^= 1;

        Assert.Equal(1, Check(footers).CountOf(CheckSeverity.Corruption));
        Assert.Equal(1, Check(VhdBytes.Dynamic().With(512 + 800, 1)).CountOf(CheckSeverity.Corruption));
    }

    [Fact]
    public void One_damaged_footer_is_a_stale_copy()
    {
        var report = Check(VhdBytes.Dynamic().With(100, 1));

        Assert.Equal(1, report.CountOf(CheckSeverity.StaleCopy));
        Assert.Equal(0, report.CountOf(CheckSeverity.Corruption));
    }

    [Fact]
    public void A_block_that_nothing_points_at_is_a_leak_of_its_size()
    {
        // three blocks, of 512 + 4096 bytes each; with alignment the gap is more than a slack of 8192 for two
        var report = Check(VhdBytes.Dynamic().WithEntry(0, VhdLayout.Unallocated).WithEntry(1, VhdLayout.Unallocated));

        Assert.Equal(1, report.CountOf(CheckSeverity.Leak));
        Assert.Equal(0, report.CountOf(CheckSeverity.Corruption));
    }

    [Fact]
    public void After_a_crash_there_are_leaks_and_no_corruption()
    {
        var file = new MemoryStore(VhdBytes.Dynamic());
        var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd);
        disk.Write(new byte[VhdBytes.BlockSize], 2 * VhdBytes.BlockSize);
        disk.Flush();
        disk.Write(new byte[VhdBytes.BlockSize], 4 * VhdBytes.BlockSize);
        disk.Abandon();

        var report = Check(file.ToArray());
        Assert.Equal(1, report.CountOf(CheckSeverity.Leak));
        Assert.Equal(0, report.CountOf(CheckSeverity.Corruption));
    }

    [Fact]
    public void A_fixed_disk_that_was_cut_is_corruption()
    {
        var bytes = VhdBytes.Fixed();
        byte[] cut = [.. bytes[..4096], .. bytes[^512..]];

        Assert.Equal(1, Check(cut).CountOf(CheckSeverity.Corruption));
    }

    [Fact]
    public void All_findings_are_counted_and_a_thousand_are_told()
    {
        var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vhd, 3000 * 512, "block_size=512").Dispose();
        var bytes = file.ToArray();
        for (var block = 0; block < 3000; block++)
        {
            bytes.WithEntry(block, 0x100_0000);
        }

        var report = Check(bytes);
        Assert.Equal(3000, report.CountOf(CheckSeverity.Corruption));
        Assert.Equal(CheckReport.MaxFindings, report.Findings.Count);
    }

    private static CheckReport Check(byte[] bytes) => TestDisk.Check(new MemoryStore(bytes), ImageFormats.Vhd);

    [Theory]
    [InlineData(0x4000_0000UL)]
    [InlineData(ulong.MaxValue)]
    public void A_batmap_outside_the_file_is_found_by_check_and_keeps_nobody_from_the_disk(ulong place)
    {
        var bytes = XenServerVhd.Make();
        TdBatmapHeader.Edit(bytes.AsSpan(XenServerVhd.BatmapHeaderAt)).MapOffset = place;
        using var file = new MemoryStore(bytes);

        using var disk = TestDisk.OpenForReading(file);
        var report = TestDisk.Check(file, ImageFormats.Vhd);

        Assert.Equal(XenServerVhd.Content(), Bytes.All(disk));
        Assert.Equal(1, report.CountOf(CheckSeverity.Corruption));
    }
}
