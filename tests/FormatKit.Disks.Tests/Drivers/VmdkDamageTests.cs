using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Of two copies of directory and tables one may be damaged: the disk reads as if it were not, is not changed
/// by that, and comes out of the first change with both copies whole.</summary>
public sealed class VmdkDamageTests
{
    public static TheoryData<string> Damages => [.. AllDamages.Keys];

    private static Dictionary<string, Func<byte[], VmdkCopy, byte[]>> AllDamages { get; } = new()
    {
        ["directory zeroed"] = (file, copy) => FillDirectory(file, copy, 0),
        ["directory of ones"] = (file, copy) => FillDirectory(file, copy, 0xFF),
        ["directory that names data"] = (file, copy) => file.WithTable(copy, 0, file.GrainSector(copy, 3)),
        ["directory that names the header"] = (file, copy) => file.WithTable(copy, 0, 1),
        ["table zeroed"] = (file, copy) => FillTable(file, copy, 0),
        ["table of ones"] = (file, copy) => FillTable(file, copy, 0xFF),
        ["table of noise"] = (file, copy) =>
            file.With(file.GrainEntryAt(copy, 0), Bytes.Noise(VmdkBytes.EntriesPerTable * sizeof(uint), 7)),
        ["entry lost"] = (file, copy) => file.WithGrain(copy, 0, 0),
        ["entry behind the end"] = (file, copy) => file.WithGrain(copy, 0, 0x0100_0000),
        ["entry that names another grain"] = (file, copy) => file.WithGrain(copy, 0, file.GrainSector(copy, 3)),
        ["two entries lost in two tables"] = (file, copy) => file.WithGrain(copy, 1, 0).WithGrain(copy, 514, 0),
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void The_copy_that_is_whole_is_read(string damage)
    {
        foreach (var copy in Enum.GetValues<VmdkCopy>())
        {
            using var file = Damaged(damage, copy);
            using var disk = TestDisk.OpenForReading(file, ImageFormats.Vmdk);

            Bytes.AssertEqual(VmdkBytes.Sparse().GuestContent(), Bytes.All(disk), $"{copy}:");
            Assert.NotEmpty(disk.Warnings);
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Check_calls_it_a_stale_copy(string damage)
    {
        foreach (var copy in Enum.GetValues<VmdkCopy>())
        {
            using var file = Damaged(damage, copy);
            var report = TestDisk.Check(file, ImageFormats.Vmdk);

            Assert.Equal(0, report.CountOf(CheckSeverity.Corruption));
            Assert.Equal(1, report.CountOf(CheckSeverity.StaleCopy));
        }
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Both_copies_are_whole_after_the_first_change(string damage)
    {
        foreach (var copy in Enum.GetValues<VmdkCopy>())
        {
            using var file = Damaged(damage, copy);
            var expected = VmdkBytes.Sparse().GuestContent();
            using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
            {
                disk.Write(expected.AsSpan(0, 1), 0);
            }

            var written = file.ToArray();
            Bytes.AssertEqual(expected, written.GuestContent(VmdkCopy.Primary), $"{copy} damaged, primary:");
            Bytes.AssertEqual(expected, written.GuestContent(VmdkCopy.Redundant), $"{copy} damaged, redundant:");
            Assert.Equal(0, TestDisk.Check(file, ImageFormats.Vmdk).CountOf(CheckSeverity.StaleCopy));
        }
    }

    [Fact]
    public void Damage_of_both_copies_in_different_places_is_overcome()
    {
        var bytes = VmdkBytes.Sparse();
        using var file = new MemoryStore(bytes
            .WithGrain(VmdkCopy.Primary, 0, 0).WithGrain(VmdkCopy.Redundant, 3, 0x0100_0000)
            .WithTable(VmdkCopy.Primary, 1, 0).WithTable(VmdkCopy.Redundant, 2, 0x0100_0000));
        using var disk = TestDisk.OpenForReading(file, ImageFormats.Vmdk);

        Bytes.AssertEqual(VmdkBytes.Sparse().GuestContent(), Bytes.All(disk));
    }

    [Fact]
    public void An_entry_that_is_damaged_in_both_copies_is_refused_and_told_by_check()
    {
        using var file = new MemoryStore(VmdkBytes.Sparse().WithGrain(3, 0x0100_0000));

        var refusal = Assert.Throws<ImageException>(() => TestDisk.OpenForReading(file, ImageFormats.Vmdk));
        Assert.Contains("grain 3", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, TestDisk.Check(file, ImageFormats.Vmdk).CountOf(CheckSeverity.Corruption));
    }

    [Fact]
    public void A_table_that_is_outside_the_file_in_both_copies_is_told_by_check_with_what_else_there_is()
    {
        using var file = new MemoryStore(VmdkBytes.Sparse().WithTable(1, 0x0100_0000).WithGrain(1024, 0x0100_0000));

        var report = TestDisk.Check(file, ImageFormats.Vmdk);
        Assert.All(["grain table 1 ", "grain 1024 "], what => Assert.Contains(
            report.Findings, finding => finding.Message.StartsWith(what, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(VmdkCopy.Primary)]
    [InlineData(VmdkCopy.Redundant)]
    public void A_directory_outside_the_file_leaves_the_disk_to_be_read_and_not_written(VmdkCopy copy)
    {
        using var file = new MemoryStore(VmdkBytes.Sparse().WithExtentHeader((ref header) =>
        {
            if (copy == VmdkCopy.Primary)
            {
                header.DirectoryOffset = 0x100_0000;
            }
            else
            {
                header.RedundantDirectoryOffset = 0x100_0000;
            }
        }));

        using (var disk = TestDisk.OpenForReading(file, ImageFormats.Vmdk))
        {
            Bytes.AssertEqual(VmdkBytes.Sparse().GuestContent(), Bytes.All(disk));
        }

        Assert.Throws<ImageException>(() => TestDisk.OpenForWriting(file, ImageFormats.Vmdk));
    }

    [Fact]
    public void Without_a_redundant_directory_the_one_there_is_is_used_and_written()
    {
        var bytes = VmdkBytes.SparseWithLazyTables(0, 3).WithExtentHeader((ref header) =>
        {
            header.Flags &= ~Vmdk4Flags.RedundantDirectory;
            header.RedundantDirectoryOffset = 0;
        });
        var expected = bytes.GuestContent();
        using var file = new MemoryStore(bytes);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            Assert.Empty(disk.Warnings);
            Bytes.Noise(1000, 3).CopyTo(expected.AsSpan(2 * VmdkBytes.TableSpan));
            disk.Write(Bytes.Noise(1000, 3), 2 * VmdkBytes.TableSpan);
        }

        Bytes.AssertEqual(expected, file.ToArray().GuestContent());
    }

    /// <summary>Entries beyond number name one table in each copy: more than the file has room for, however they are
    /// read.</summary>
    [Fact]
    public void Directories_that_name_one_table_again_and_again_are_refused_for_reading_and_for_writing()
    {
        using var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vmdk, 1024L * VmdkBytes.TableSpan, "grain_size=8K,lazy_tables=on").Dispose();
        file.SetLength(file.Length + 4096);
        var tables = (uint)(file.Length / 512) - 8;
        var bytes = file.ToArray();
        for (var table = 0; table < 1024; table++)
        {
            bytes.WithTable(VmdkCopy.Primary, table, tables).WithTable(VmdkCopy.Redundant, table, tables + 4);
        }

        using var hostile = new MemoryStore(bytes);
        Assert.Throws<ImageException>(() => TestDisk.OpenForReading(hostile, ImageFormats.Vmdk));
        Assert.Throws<ImageException>(() => TestDisk.OpenForWriting(hostile, ImageFormats.Vmdk));
        Assert.NotEqual(0, TestDisk.Check(hostile, ImageFormats.Vmdk).CountOf(CheckSeverity.Corruption));
    }

    /// <summary>Each copy alone could be right: the damaged entry names an empty table, which is the other
    /// copy's.</summary>
    [Theory]
    [InlineData(VmdkCopy.Primary, VmdkCopy.Redundant)]
    [InlineData(VmdkCopy.Redundant, VmdkCopy.Primary)]
    public void Of_copies_that_contradict_each_other_the_fuller_one_is_read_and_neither_is_written(
        VmdkCopy damaged, VmdkCopy whole)
    {
        var bytes = VmdkBytes.Sparse(0, 514);
        using var file = new MemoryStore([.. bytes.WithTable(damaged, 1, bytes.TableSector(whole, 2))]);
        var before = file.ToArray();
        using (var disk = TestDisk.OpenForReading(file, ImageFormats.Vmdk))
        {
            Bytes.AssertEqual(VmdkBytes.Sparse(0, 514).GuestContent(), Bytes.All(disk));
            Assert.NotEmpty(disk.Warnings);
        }

        var refusal = Assert.Throws<ImageException>(() => TestDisk.OpenForWriting(file, ImageFormats.Vmdk));
        Assert.Contains("contradict", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, file.ToArray());
    }

    private static MemoryStore Damaged(string damage, VmdkCopy copy) =>
        new(AllDamages[damage](VmdkBytes.Sparse(), copy));

    private static byte[] FillDirectory(byte[] file, VmdkCopy copy, byte value)
    {
        file.AsSpan(file.DirectoryAt(copy), VmdkBytes.Tables * sizeof(uint)).Fill(value);
        return file;
    }

    private static byte[] FillTable(byte[] file, VmdkCopy copy, byte value)
    {
        file.AsSpan(file.GrainEntryAt(copy, 0), VmdkBytes.EntriesPerTable * sizeof(uint)).Fill(value);
        return file;
    }
}
