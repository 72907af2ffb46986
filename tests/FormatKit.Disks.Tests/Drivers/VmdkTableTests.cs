using FormatKit.Disks.Drivers;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Disks.Tests.Storage;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>How grains and tables come and go, in both copies alike.</summary>
public sealed class VmdkTableTests
{
    [Fact]
    public void A_write_where_the_directory_entry_is_0_makes_a_table_for_both_directories()
    {
        var bytes = VmdkBytes.SparseWithLazyTables(0, 3);
        Assert.Equal(0u, bytes.TableSector(VmdkCopy.Primary, 1));
        var expected = bytes.GuestContent();
        Bytes.Noise(100, 9).CopyTo(expected.AsSpan(VmdkBytes.TableSpan + 50));
        using var file = new MemoryStore([.. bytes]);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            disk.Write(Bytes.Noise(100, 9), VmdkBytes.TableSpan + 50);
            Bytes.AssertEqual(expected, Bytes.All(disk));
        }

        var after = file.ToArray();
        Bytes.AssertEqual(bytes.AsSpan(0, 512), after.AsSpan(0, 512), "header");
        Bytes.AssertEqual(expected, after.GuestContent(VmdkCopy.Primary), "primary");
        Bytes.AssertEqual(expected, after.GuestContent(VmdkCopy.Redundant), "redundant");
        Assert.NotEqual(after.TableSector(VmdkCopy.Primary, 1), after.TableSector(VmdkCopy.Redundant, 1));
        Assert.Equal(0u, after.TableSector(VmdkCopy.Primary, 2));
        Assert.True(TestDisk.Check(file, ImageFormats.Vmdk).IsClean);
    }

    [Fact]
    public async Task Many_threads_that_meet_a_missing_table_make_it_once()
    {
        using var file = new MemoryStore(VmdkBytes.SparseWithLazyTables(0));
        var expected = VmdkBytes.SparseWithLazyTables(0).GuestContent();
        await using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            await Task.WhenAll(Enumerable.Range(0, 64).Select(index => Task.Run(
                () => disk.Write(Bytes.Noise(512, index), At(index)), TestContext.Current.CancellationToken)));
        }

        foreach (var index in Enumerable.Range(0, 64))
        {
            Bytes.Noise(512, index).CopyTo(expected.AsSpan((int)At(index)));
        }

        Bytes.AssertEqual(expected, file.ToArray().GuestContent());
        Assert.Equal(0, TestDisk.Check(file, ImageFormats.Vmdk).CountOf(CheckSeverity.Leak));

        static long At(int index) => (index % 2 * VmdkBytes.TableSpan) + VmdkBytes.TableSpan / 2 + (index * 8192L);
    }

    [Fact]
    public void Space_of_a_file_that_has_just_grown_is_not_cleared_before_it_is_used()
    {
        var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vmdk, 20 * VmdkBytes.TableSpan, "grain_size=8K,lazy_tables=on").Dispose();
        var store = new ObservedStore(new LastingStore(file));
        using var disk = TestDisk.OpenForWriting(store, ImageFormats.Vmdk);
        disk.Write([1], 0);
        store.Forget();
        for (var table = 1; table < 20; table++)
        {
            disk.Write([1], (long)table * VmdkBytes.TableSpan);
        }

        Assert.Equal(0, store.Count(StoreAction.Zero));
    }

    [Fact]
    public void The_last_bytes_of_the_largest_disk_are_read_and_written()
    {
        // The last table speaks for bytes that have no number in 63 bits.
        const long Length = long.MaxValue - 511;
        using var file = new MemoryStore();
        TestDisk.Create(file, ImageFormats.Vmdk, Length, "grain_size=1G,lazy_tables=on").Dispose();
        using var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk);

        disk.Write(Bytes.Noise(1000, 1), Length - 1000);

        var found = new byte[1000];
        disk.Read(found, Length - 1000);
        Assert.Equal(Bytes.Noise(1000, 1), found);
    }

    [Theory]
    [InlineData(false, 0u)]
    [InlineData(true, 1u)]
    public void Zeros_over_a_whole_grain_are_an_entry_where_the_header_allows_it(bool isAllowed, uint entry)
    {
        var bytes = isAllowed ? VmdkBytes.Sparse().WithZeroedGrain(3) : VmdkBytes.Sparse();
        using var file = new MemoryStore(bytes);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            disk.WriteZeroes(0, VmdkBytes.GrainSize);
            disk.WriteZeroes(2 * VmdkBytes.GrainSize, VmdkBytes.GrainSize);
        }

        var after = file.ToArray();
        foreach (var copy in Enum.GetValues<VmdkCopy>())
        {
            Assert.Equal(isAllowed ? entry : bytes.GrainSector(copy, 0), after.GrainSector(copy, 0));
            Assert.Equal(0u, after.GrainSector(copy, 2));
        }

        Bytes.AssertEqual(new byte[VmdkBytes.GrainSize], after.GuestContent().AsSpan(0, VmdkBytes.GrainSize));
    }

    [Fact]
    public void A_grain_of_zeros_reads_as_zeros_and_is_allocated_by_a_write()
    {
        var bytes = VmdkBytes.Sparse().WithZeroedGrain(3);
        var expected = bytes.GuestContent();
        using var file = new MemoryStore(bytes);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            Bytes.AssertEqual(expected, Bytes.All(disk));
            Bytes.Noise(5, 5).CopyTo(expected.AsSpan((3 * VmdkBytes.GrainSize) + 7));
            disk.Write(Bytes.Noise(5, 5), (3 * VmdkBytes.GrainSize) + 7);
        }

        Bytes.AssertEqual(expected, file.ToArray().GuestContent());
        Assert.NotEqual(1u, file.ToArray().GrainSector(VmdkCopy.Redundant, 3));
    }

    [Fact]
    public void A_discarded_grain_is_gone_from_both_tables_and_its_space_is_used_again()
    {
        var bytes = VmdkBytes.Sparse();
        using var file = new MemoryStore([.. bytes]);
        using (var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk))
        {
            disk.Discard(0, VmdkBytes.GrainSize);
            disk.Flush();
            disk.Write(Bytes.Noise(VmdkBytes.GrainSize, 4), 7 * VmdkBytes.GrainSize);
        }

        var after = file.ToArray();
        Assert.Equal(0u, after.GrainSector(VmdkCopy.Primary, 0));
        Assert.Equal(0u, after.GrainSector(VmdkCopy.Redundant, 0));
        Assert.Equal(bytes.GrainSector(VmdkCopy.Primary, 0), after.GrainSector(VmdkCopy.Primary, 7));
        Assert.Equal(bytes.Length, after.Length);
    }

    [Fact]
    public void Grains_that_a_crash_left_behind_are_a_leak_and_no_more()
    {
        using var file = new MemoryStore(VmdkBytes.Sparse());
        var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk);
        disk.Write(Bytes.Noise(10, 1), 9 * VmdkBytes.GrainSize);
        disk.Abandon();

        var report = TestDisk.Check(file, ImageFormats.Vmdk);
        Assert.Equal(0, report.CountOf(CheckSeverity.Corruption));
        Assert.Equal(1, report.CountOf(CheckSeverity.Leak));
        Assert.Equal(1, report.CountOf(CheckSeverity.StaleCopy));
    }

    [Fact]
    public void A_file_that_cannot_be_addressed_further_is_full_and_says_so()
    {
        var bytes = VmdkBytes.Sparse();
        using var file = new MemoryStore(bytes);
        file.SetLength(VmdkSparseLayout.MaxFileLength);
        var last = (uint)((VmdkSparseLayout.MaxFileLength - VmdkBytes.GrainSize) / 512);
        foreach (var copy in Enum.GetValues<VmdkCopy>())
        {
            var entry = new byte[4];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(entry, last);
            file.Write(entry, bytes.GrainEntryAt(copy, 5));
        }

        using var disk = TestDisk.OpenForWriting(file, ImageFormats.Vmdk);
        disk.Write(Bytes.Noise(10, 1), 5 * VmdkBytes.GrainSize);
        var full = Assert.Throws<ImageException>(() => disk.Write(Bytes.Noise(10, 1), 6 * VmdkBytes.GrainSize));

        Assert.Contains("cannot address", full.Message, StringComparison.Ordinal);
        var found = new byte[10];
        disk.Read(found, 5 * VmdkBytes.GrainSize);
        Assert.Equal(Bytes.Noise(10, 1), found);
    }
}
