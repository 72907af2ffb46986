using System.Buffers.Binary;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;
using FormatKit.Testing;

namespace FormatKit.Disks.Tests.Hostile;

/// <summary>VHD files that mean harm in ways that only a VHD can; <see cref="HostileImageTests"/> has the
/// others.</summary>
[Collection(nameof(RunsAlone))]
public sealed class HostileVhdTests
{
    private const long Tebi = 1L << 40;

    [Fact]
    public void Every_field_of_the_batmap_may_have_any_value()
    {
        var valid = XenServerVhd.Make();
        var at = XenServerVhd.BatmapHeaderAt;
        using var file = new MemoryStore(valid);
        foreach (var (what, batmap) in Mutants<TdBatmapHeader>(valid[at..(at + 512)]))
        {
            file.Write(batmap, at);
            Examine(file, what);
        }
    }

    [Fact]
    public void Noise_behind_a_cookie_in_any_of_its_places_is_refused()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            foreach (var at in (int[])[0, 8192 - 512, 8192 - 511])
            {
                var noise = Bytes.Noise(8192, seed).With(at, "conectix"u8);
                Assert.NotNull(Examine(new MemoryStore(noise), $"noise {seed} behind a cookie at {at}"));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3 * 512)]
    [InlineData(256)]
    [InlineData(512 << 20)]
    [InlineData(0x8000_0000)]
    [InlineData(0xFFFF_FFFF)]
    public void A_block_size_that_is_none_is_refused(uint blockSize)
    {
        var bytes = VhdBytes.Dynamic().WithHeader((ref header) => header.BlockSize = blockSize);

        Assert.Equal("VhdDynamicHeader.BlockSize", Examine(new MemoryStore(bytes), "block size")?.Field);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)] // the disk has six blocks
    [InlineData(0x0080_0000)]
    [InlineData(0xFFFF_FFFF)]
    public void A_table_with_too_few_or_far_too_many_entries_is_refused(uint entries)
    {
        var bytes = VhdBytes.Dynamic().WithHeader((ref header) => header.MaxTableEntries = entries);

        Assert.Equal("VhdDynamicHeader.MaxTableEntries", Examine(new MemoryStore(bytes), "entries")?.Field);
    }

    [Theory]
    [InlineData(1537)]
    [InlineData(1 << 30)]
    [InlineData(long.MaxValue - 511)]
    [InlineData(-512)]
    public void A_table_outside_the_file_or_between_sectors_is_refused(long offset)
    {
        var bytes = VhdBytes.Dynamic().WithHeader((ref header) => header.TableOffset = (ulong)offset);

        Assert.Equal("VhdDynamicHeader.TableOffset", Examine(new MemoryStore(bytes), "table")?.Field);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    [InlineData(1024)]
    public void A_table_inside_the_headers_is_refused(long offset)
    {
        var bytes = VhdBytes.Dynamic().WithHeader((ref header) => header.TableOffset = (ulong)offset);

        Assert.NotNull(Examine(new MemoryStore(bytes), "table"));
    }

    [Theory]
    [InlineData(0)] // the footer copy
    [InlineData(1)] // the header
    [InlineData(3)] // the table itself
    [InlineData(0x0000_FFFF)] // past the end
    [InlineData(0x7FFF_FFFF)]
    [InlineData(0xFFFF_FFFE)]
    public void An_entry_that_leads_into_headers_or_out_of_the_file_is_refused(uint sector)
    {
        foreach (var block in (int[])[0, 2, 5])
        {
            var bytes = VhdBytes.Dynamic().WithEntry(block, sector);
            Assert.NotNull(Examine(new MemoryStore(bytes), $"entry {block}"));
        }
    }

    [Fact]
    public void Two_blocks_in_one_place_or_one_sector_apart_are_refused_and_named()
    {
        var valid = VhdBytes.Dynamic();
        for (var shift = -8; shift <= 8; shift++)
        {
            var bytes = valid.ToArray().WithEntry(2, (uint)(valid.Entry(1) + shift));

            var e = Examine(new MemoryStore(bytes), $"block 2 shifted by {shift} sectors");
            Assert.NotNull(e);
            Assert.Contains("block ", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_block_over_the_footer_is_refused()
    {
        var valid = VhdBytes.Dynamic();
        var bytes = valid.ToArray().WithEntry(2, (uint)((valid.Length - 4096) / 512));

        Assert.NotNull(Examine(new MemoryStore(bytes), "a block over the footer"));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x0100_0000u)]
    [InlineData(0xFFFF_FFFEu)]
    [InlineData(0xFFFF_FFFFu)]
    public void The_largest_table_there_may_be_takes_little_time_and_memory(uint entry)
    {
        using var file = Huge();
        var table = new byte[1 << 20];
        for (var at = 0; at < table.Length; at += 4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(at), entry);
        }

        for (var at = 0; at < 16; at++)
        {
            file.Write(table, VhdBytes.TableAt + ((long)at * table.Length));
        }

        var refusal = Examine(file, $"4 Mi entries of 0x{entry:X}");
        Assert.Equal(entry == 0xFFFF_FFFF, refusal is null);
    }

    [Fact]
    public void A_full_disk_of_2040_GiB_opens_in_little_time_and_memory()
    {
        using var file = Full();

        Assert.Null(Examine(file, "all blocks of the largest disk"));
    }

    [Fact]
    public void A_batmap_that_claims_the_place_of_every_block_takes_no_longer()
    {
        using var file = Full();
        var batmap = new TdBatmapHeader { MapOffset = FirstBlock, MapSize = uint.MaxValue };
        batmap.Seal();
        file.Write(Layout.BytesOf(ref batmap), VhdBytes.TableAt + TableLength);

        Assert.Null(Examine(file, "a batmap over all blocks of the largest disk"));
    }

    /// <summary>Each field at its extremes, as it is and with the checksum made right.</summary>
    private static IEnumerable<(string What, byte[] Bytes)> Mutants<T>(byte[] valid)
        where T : struct, IBinaryLayout<T>
    {
        foreach (var mutation in FieldMutations.Of(Layout.InfoOf<T>(), valid))
        {
            var bytes = valid.ToArray();
            mutation.Apply(bytes);
            yield return (mutation.ToString(), bytes.ToArray());
            Layout.Seal(ref Layout.Edit<T>(bytes));
            yield return ($"{mutation}, sealed", bytes);
        }
    }

    private static ImageException? Examine(MemoryStore file, string what) =>
        Judge.Examine(file, ImageFormats.Vhd, what);

    private const int Blocks = (int)(VhdLayout.MaxGuestLength / (512 << 10));
    private const int TableLength = 16 << 20;
    private const long FirstBlock = 32L << 20;

    /// <summary><see cref="Huge"/> with every block in its place, one behind the other.</summary>
    private static MemoryStore Full()
    {
        var table = new byte[TableLength];
        for (var block = 0; block < Blocks; block++)
        {
            var sector = (uint)((FirstBlock + (block * (512L + (512 << 10)))) / 512);
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(block * 4), sector);
        }

        table.AsSpan(Blocks * 4).Fill(0xFF);
        var file = Huge();
        file.Write(table, VhdBytes.TableAt);
        return file;
    }

    /// <summary>A file of 3 TiB with the largest guest in the smallest blocks that its table has room for.</summary>
    private static MemoryStore Huge()
    {
        var headers = VhdBytes.Dynamic()
            .WithFooters((ref footer) => footer.CurrentSize = (ulong)VhdLayout.MaxGuestLength)
            .WithHeader((ref header) =>
            {
                header.MaxTableEntries = VhdLayout.MaxTableEntries;
                header.BlockSize = 512 << 10;
            });
        var file = new MemoryStore(3 * Tebi);
        file.Write(headers.AsSpan(0, VhdBytes.TableAt), 0);
        file.Write(headers.AsSpan(^512), (3 * Tebi) - 512);
        return file;
    }
}
