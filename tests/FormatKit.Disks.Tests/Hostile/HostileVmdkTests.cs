using System.Buffers.Binary;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Tests.Hostile;

/// <summary>VMDK files that mean harm in ways that only a VMDK can; <see cref="HostileImageTests"/> has the
/// others.</summary>
[Collection(nameof(RunsAlone))]
public sealed class HostileVmdkTests
{
    private const int DirectoryLength = 4 << 20;
    private const int DirectoryAt = 32 * 512;
    private const int TableLength = 2048;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_million_directory_entries_that_name_one_table_take_no_time(uint grain)
    {
        // half a billion grains in a file of 8 MiB
        using var file = OneTableForAll(grain);

        Assert.NotNull(Judge.Examine(file, ImageFormats.Vmdk, "one table for all"));
    }

    [Fact]
    public void What_both_copies_agree_on_may_be_anything()
    {
        uint[] places = [1, 2, 21, 22, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFC, 0xFFFF_FFFF];
        foreach (var place in places.Concat(OwnPlaces()))
        {
            for (var table = 0; table < VmdkBytes.Tables; table++)
            {
                Examine(VmdkBytes.Sparse().WithTable(table, place), $"table {table} at sector {place}");
            }

            foreach (var grain in (int[])[0, 2, 514, VmdkBytes.LastGrain])
            {
                Examine(VmdkBytes.Sparse().WithGrain(grain, place), $"grain {grain} at sector {place}");
            }
        }
    }

    /// <summary>Where tables and grains of the image are, and the last sector.</summary>
    private static IEnumerable<uint> OwnPlaces()
    {
        var file = VmdkBytes.Sparse();
        return
        [
            file.TableSector(VmdkCopy.Primary, 1), file.TableSector(VmdkCopy.Redundant, 2),
            file.GrainSector(VmdkCopy.Primary, 3), (uint)(file.Length / VmdkBytes.SectorSize) - 1,
        ];
    }

    private static void Examine(byte[] bytes, string what)
    {
        using var file = new MemoryStore(bytes);
        Judge.Examine(file, ImageFormats.Vmdk, what);
    }

    /// <summary>Each directory names nothing but its one table, which names nothing but one grain.</summary>
    private static MemoryStore OneTableForAll(uint grain)
    {
        const int Tables = DirectoryLength / sizeof(uint);
        var file = new MemoryStore();
        file.SetLength(DirectoryAt + (2 * DirectoryLength) + (2 * TableLength));
        var header = new Vmdk4Header
        {
            Version = 1,
            Flags = Vmdk4Flags.RedundantDirectory,
            Capacity = Tables * 512UL * 16,
            GrainSize = 16,
            DescriptorOffset = 1,
            DescriptorSize = 20,
            EntriesPerTable = 512,
            RedundantDirectoryOffset = DirectoryAt / 512,
            DirectoryOffset = (DirectoryAt + DirectoryLength) / 512,
        };
        header.Seal();
        file.Write(Layout.BytesOf(ref header), 0);
        file.Write(
            new VmdkNewDescriptor
            {
                ContentId = 1,
                CapacitySectors = (long)header.Capacity,
                FileName = "a.vmdk",
                Adapter = VmdkAdapter.Ide,
                HardwareVersion = 4,
            }.ToBytes(), 512);
        for (var copy = 0; copy < 2; copy++)
        {
            var table = DirectoryAt + (2 * DirectoryLength) + (copy * TableLength);
            file.Write(Filled(DirectoryLength, (uint)table / 512), DirectoryAt + (copy * DirectoryLength));
            file.Write(Filled(TableLength, grain), table);
        }

        return file;
    }

    private static byte[] Filled(int length, uint entry)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length; at += sizeof(uint))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), entry);
        }

        return bytes;
    }
}
