using System.Buffers.Binary;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
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
