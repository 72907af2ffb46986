using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;
using Xen = FormatKit.Disks.Tests.Drivers.XenServerVhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Each damage is found where it is, and mended without making up what the guest never wrote.</summary>
public sealed class VhdRepairTests
{
    private static readonly RepairOptions Usual = new() { Check = new CheckOptions { Gate = TestParents.Gate } };

    public static TheoryData<string> Harmless => new(VhdDamage.Harmless.Select(damage => damage.Name));

    public static TheoryData<string> Costly => new(VhdDamage.Costly.Select(damage => damage.Name));

    [Theory]
    [MemberData(nameof(Harmless))]
    [MemberData(nameof(Costly))]
    public void It_is_found_where_it_is_and_called_what_it_is(string name)
    {
        var damage = VhdDamage.Find(name);

        var report = TestDisk.Check(new MemoryStore(damage.Make()), ImageFormats.Vhd);

        Assert.Contains(
            (damage.Severity, damage.Offset), report.Findings.Select(finding => (finding.Severity, finding.Offset ?? -1)));
        Assert.All(report.Findings, finding => Assert.NotNull(finding.Offset));
        Assert.NotEmpty(report.Repairs);
        Assert.All(
            report.Repairs.Select(repair => repair.What).Concat(report.Findings.Select(finding => finding.Message)),
            words => Assert.DoesNotContain("byte byte", words, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_costs_nothing_is_repaired_and_the_guest_sees_what_it_saw(string name)
    {
        var damage = VhdDamage.Find(name);
        var file = new MemoryStore(damage.Make());

        var result = Repair(file, Usual);

        AssertClean(result.After);
        Assert.NotEmpty(result.Done);
        Assert.All(result.Done, act => Assert.Empty(act.Losses));
        AssertRepaired(file, damage);
    }

    /// <summary>Its table has no entries and uses nothing, but its header still says where it is.</summary>
    [Fact]
    public void The_table_of_a_disk_of_no_bytes_does_not_come_to_lie_behind_the_end()
    {
        var file = new MemoryStore("disk");
        using (var disk = TestDisk.Create(file, ImageFormats.Vhd, 64 << 10, "block_size=4K"))
        {
            disk.Write(Bytes.Noise(60 << 10, 1), 0);
        }

        var options = new ImageOpenOptions { Format = ImageFormats.Vhd };
        foreach (var length in (int[])[1 << 20, 0]) // the longer table is behind everything
        {
            ResizeOperation.Run(file, options, length, allowDataLoss: true, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, Repair(file, Usual).After.CountOf(CheckSeverity.Corruption));
        ResizeOperation.Run(file, options, 1 << 20, allowDataLoss: false, TestContext.Current.CancellationToken);
        using var grown = TestDisk.OpenForReading(file, ImageFormats.Vhd);
        Assert.Equal(1 << 20, grown.Length);
    }

    [Theory]
    [MemberData(nameof(Costly))]
    public void What_costs_something_is_not_done_unasked_and_says_what(string name)
    {
        var damage = VhdDamage.Find(name);
        var bytes = damage.Make();
        var file = new MemoryStore(bytes);

        var refused = Repair(file, Usual);
        Bytes.AssertEqual(bytes, file.ToArray());
        Assert.Empty(refused.Done);
        Assert.NotEmpty(refused.Refused);
        Assert.NotEmpty(refused.Refused[0].Losses);

        var result = Repair(file, Usual with { AllowDataLoss = true });
        Assert.All(result.After.Findings, finding => Assert.Equal(CheckSeverity.Leak, finding.Severity));
        Assert.Equal(
            damage.Losses, result.Done.SelectMany(act => act.Losses).Select(one => (one.Offset, one.Length, one.ReadsAs)));
        AssertRepaired(file, damage);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    [MemberData(nameof(Costly))]
    public void A_dry_run_says_the_same_and_writes_nothing(string name)
    {
        var bytes = VhdDamage.Find(name).Make();
        var options = Usual with { AllowDataLoss = true };

        var dry = RepairOperation.Run(
            TestDisk.Frozen(new MemoryStore(bytes)), ImageFormats.Vhd, options with { DryRun = true });
        var real = Repair(new MemoryStore(bytes), options);

        Assert.Equal(real.Done.Select(act => act.What), dry.Done.Select(act => act.What));
        Assert.Equal(real.Done.SelectMany(act => act.Losses), dry.Done.SelectMany(act => act.Losses));
        Assert.Equal(
            real.After.Findings.Select(finding => finding.Message), dry.After.Findings.Select(finding => finding.Message));
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    [MemberData(nameof(Costly))]
    public void A_second_repair_writes_nothing(string name)
    {
        var file = new MemoryStore(VhdDamage.Find(name).Make());
        Repair(file, Usual with { AllowDataLoss = true });

        var result = RepairOperation.Run(TestDisk.Frozen(file), ImageFormats.Vhd, Usual with { AllowDataLoss = true });

        Assert.Empty(result.Done);
        Assert.Empty(result.Refused);
    }

    [Fact]
    public void Many_damages_at_once_are_repaired_one_after_the_other()
    {
        var file = new MemoryStore((byte[])
        [
            .. VhdBytes.Dynamic().With(512, (byte)'X').With(100, 1).WithEntry(3, VhdLayout.Unallocated), .. new byte[512],
        ]);
        file.Write(VhdBytes.Dynamic().AsSpan(0, 512), 0); // but one footer must be whole

        var result = Repair(file, Usual);

        AssertClean(result.After);
        Assert.InRange(result.Done.Count, 3, 4);
        Assert.Equal(16384 + 512, file.Length);
    }

    [Fact]
    public void An_image_of_a_newer_version_is_not_repaired()
    {
        var header = VhdBytes.Dynamic().WithHeader((ref header) => header.HeaderVersion = 0x0002_0000);
        ref var sealedHeader = ref VhdDynamicHeader.Edit(header.AsSpan(512, 1024));
        sealedHeader.HeaderVersion = 0x0002_0000;
        sealedHeader.Checksum = Sum(header.AsSpan(512, 1024), 36);

        var result = RepairOperation.Run(
            TestDisk.Frozen(new MemoryStore(header)), ImageFormats.Vhd, Usual with { AllowDataLoss = true });

        Assert.Empty(result.Done);
        Assert.Equal("VhdDynamicHeader.HeaderVersion", FieldOf(header));
        Assert.Equal(1, result.After.CountOf(CheckSeverity.Corruption));
    }

    [Fact]
    public void What_a_batmap_of_another_version_may_know_of_is_left_alone()
    {
        var bytes = Xen.Make().With(Xen.BatmapHeaderAt + 23, 3);
        bytes.With(Xen.TableAt, 0x01, 0, 0, 0); // out of the file

        var result = RepairOperation.Run(
            TestDisk.Frozen(new MemoryStore(bytes)), ImageFormats.Vhd, Usual with { AllowDataLoss = true });

        Assert.Empty(result.Done);
        Assert.Empty(result.Refused);
        Assert.Equal(1, result.After.CountOf(CheckSeverity.Corruption));
    }

    [Theory]
    [InlineData(16)] // the table's place
    [InlineData(28)] // its entries
    [InlineData(32)] // the size of a block
    public void A_header_that_the_file_does_not_bear_out_is_not_sealed(int field)
    {
        for (var bit = 0; bit < 64; bit++)
        {
            var bytes = VhdBytes.Dynamic();
            var at = 512 + field + (bit / 8);
            if (bit / 8 >= (field == 16 ? 8 : 4))
            {
                break;
            }

            bytes[at] ^= (byte)(1 << (bit % 8));

            Assert.Empty(TestDisk.Check(new MemoryStore(bytes), ImageFormats.Vhd).Repairs);
        }
    }

    [Fact]
    public void A_block_that_another_size_rule_has_is_told_and_kept()
    {
        var bytes = VhdBytes.Dynamic().WithFooters((ref footer) =>
        {
            footer.CreatorApplication = FourCC.Of("vpc ");
            footer.Geometry = new DiskGeometry { Cylinders = 1, Heads = 1, SectorsPerTrack = 24 }; // three blocks
        });
        var file = new MemoryStore(bytes);

        var report = TestDisk.Check(file, ImageFormats.Vhd);
        Assert.True(report.IsClean, string.Join('\n', report.Findings));
        Assert.Contains(report.Findings, finding =>
            finding.Severity == CheckSeverity.Note && finding.Offset == VhdBytes.TableAt + 12);
        Assert.Empty(report.Repairs);

        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vhd))
        {
            disk.Write([1], 2 * VhdBytes.BlockSize); // a new block, not in the place of block 3
        }

        using var whole = TestDisk.OpenForReading(file, ImageFormats.Vhd, "size=current");
        var last = new byte[VhdBytes.BlockSize];
        whole.Read(last, 3 * VhdBytes.BlockSize);
        Bytes.AssertEqual(VhdBytes.DynamicContent().AsSpan(3 * VhdBytes.BlockSize, VhdBytes.BlockSize), last, "block 3");
    }

    [Fact]
    public void A_missing_parent_is_no_corruption_of_the_child_and_keeps_nothing_from_being_repaired()
    {
        var file = new MemoryStore();
        TestDisk.CreateChild(file, ImageFormats.Vhd, 20_992, TestParents.Full, "block_size=4K").Dispose();
        var alone = new RepairOptions { Check = new CheckOptions { Gate = new MemoryGate() } };
        file.Write([1], 100);

        var result = Repair(file, alone);

        var finding = Assert.Single(result.After.Findings);
        Assert.Equal(CheckSeverity.Parent, finding.Severity);
        Assert.Contains("full.vhd", finding.Message, StringComparison.Ordinal);
        Assert.Single(result.Done);
        AssertClean(CheckOperation.Run(file, ImageFormats.Vhd, Usual.Check));
    }

    [Fact]
    public void A_wrong_parent_is_told_with_both_ids()
    {
        var file = new MemoryStore();
        using (var disk = TestDisk.CreateChild(file, ImageFormats.Vhd, 20_992, TestParents.Full, "block_size=4K"))
        {
        }

        var gate = new MemoryGate { ["full.vhd"] = TestParents.Gate["zeros.vhd"] };
        var report = CheckOperation.Run(file, ImageFormats.Vhd, new CheckOptions { Gate = gate });

        Assert.Contains(TestParents.Full.Identity!, Assert.Single(report.Findings).Message, StringComparison.Ordinal);
        Assert.Contains(TestParents.Zeros.Identity!, report.Findings[0].Message, StringComparison.Ordinal);
        Assert.False(report.IsClean);
    }

    [Fact]
    public void A_locator_that_cannot_be_used_is_noted_at_its_place()
    {
        var file = new MemoryStore();
        TestDisk.CreateChild(file, ImageFormats.Vhd, 20_992, TestParents.Full, "block_size=4K").Dispose();
        var bytes = file.ToArray().WithHeader((ref header) =>
            header.EditParentLocators()[5].PlatformCode = VhdParentLocatorCode.Mac);

        var report = TestDisk.Check(new MemoryStore(bytes), ImageFormats.Vhd);

        var finding = Assert.Single(report.Findings);
        Assert.Equal((CheckSeverity.Note, 512 + 576 + (5 * 24)), (finding.Severity, finding.Offset));
        Assert.True(report.IsClean);
    }

    [Fact]
    public void An_entry_that_a_child_gives_up_is_the_parents_again()
    {
        var file = new MemoryStore();
        using (var disk = TestDisk.CreateChild(file, ImageFormats.Vhd, 20_992, TestParents.Full, "block_size=4K"))
        {
            disk.Write(new byte[4096], 0);
        }

        var bytes = file.ToArray();
        var table = (int)VhdDynamicHeader.View(bytes.AsSpan(512, 1024)).TableOffset;
        file.Write([0, 1, 0, 0], table);

        var result = Repair(file, Usual with { AllowDataLoss = true });

        AssertClean(result.After);
        Assert.Equal(new RepairLoss(0, 4096, "what the parent has"), Assert.Single(result.Done[0].Losses));
        using var repaired = TestDisk.OpenForReading(file);
        Bytes.AssertEqual(TestParents.Content(TestParents.Full, 20_992), Bytes.All(repaired));
    }

    [Fact]
    public void A_vmdk_gets_its_copies_equal_and_is_closed()
    {
        var file = new MemoryStore(VmdkBytes.Sparse().WithTable(VmdkCopy.Primary, 0, uint.MaxValue));

        var result = RepairOperation.Run(file, ImageFormats.Vmdk, Usual);

        AssertClean(result.After);
        Assert.Single(result.Done);
        using var disk = TestDisk.OpenForReading(file);
        Assert.Empty(disk.Warnings);
        Bytes.AssertEqual(VmdkBytes.Sparse().GuestContent(), Bytes.All(disk));
    }

    private static RepairResult Repair(MemoryStore file, RepairOptions options) =>
        RepairOperation.Run(new LastingStore(file), ImageFormats.Vhd, options);

    private static void AssertClean(CheckReport report) =>
        Assert.True(report.IsClean, string.Join('\n', report.Findings.Select(finding => finding.Message)));

    private static void AssertRepaired(MemoryStore file, VhdDamage damage)
    {
        using var disk = TestDisk.OpenForReading(file);
        Assert.Same(ImageFormats.Vhd, disk.Format);
        Assert.Empty(disk.Warnings);
        Bytes.AssertEqual(damage.Content(), Bytes.All(disk));
    }

    private static string? FieldOf(byte[] bytes) =>
        Assert.Throws<ImageException>(() => TestDisk.OpenForReading(new MemoryStore(bytes), ImageFormats.Vhd)).Field;

    /// <summary>The sum as the specification has it.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes, int field)
    {
        uint sum = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            sum += at >= field && at < field + 4 ? 0u : bytes[at];
        }

        return ~sum;
    }
}
