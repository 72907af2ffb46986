using System.Buffers.Binary;
using System.Globalization;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>
/// New, empty sparse extents: header, descriptor, then the redundant directory with its tables and the directory with
/// its own, as VMware orders them. The tables are holes of the file, so that a large disk takes next to no storage.
/// </summary>
internal static class VmdkCreate
{
    private const int DefaultGrainSize = 64 << 10;
    private const int MinGrainSize = 8 << 10;
    private const int DefaultHardwareVersion = 4;
    private const int MaxHardwareVersion = 99;

    /// <summary>Sectors behind the text of the descriptor: another hypervisor makes it longer in place.</summary>
    private const int DescriptorSlack = 20;

    /// <summary>What the first grain begins at a multiple of, where grains are larger.</summary>
    private const long MaxAlignment = 1 << 20;

    public static IReadOnlyList<FormatOption> Options { get; } =
    [
        new("subformat", "monolithicSparse (default)"),
        new("grain_size",
            "guest bytes allocated together, a power of two from 8K to 1G (default 64K, the usual)"),
        new("adapter_type", "ide (default), buslogic, lsilogic or legacyESX; decides the geometry, too"),
        new("hwversion", "version of VMware's virtual hardware, 1 to 99 (default 4)"),
        new("zeroed_grain",
            "on: grains of zeros are marked and take no space; off (default): readers that know version 1 only can "
            + "read the disk"),
        new("lazy_tables",
            "off (default): grain tables are holes of the file from the beginning; on: they are allocated by the first "
            + "write, which qemu must never do: it overwrites the header"),
    ];

    public static void Create(ByteStore store, long length, OptionValues options)
    {
        options.Choice("subformat", "monolithicSparse", "monolithicSparse");
        var grainSize = options.Size("grain_size", DefaultGrainSize);
        var adapter = options.Choice("adapter_type", VmdkAdapters.Names[0], [.. VmdkAdapters.Names]);
        var hardware = options.Number("hwversion", DefaultHardwareVersion, 1, MaxHardwareVersion);
        var hasZeroedGrains = options.Choice("zeroed_grain", "off", "on", "off") == "on";
        var isLazy = options.Choice("lazy_tables", "off", "on", "off") == "on";
        options.RefuseRest("format vmdk", Options.Select(option => option.Name));
        var layout = LayoutFor(store, length, grainSize);
        var descriptor = new VmdkNewDescriptor
        {
            ContentId = VmdkContentId.New(),
            CapacitySectors = length / VmdkSparseLayout.SectorSize,
            FileName = NameOf(store),
            Adapter = VmdkAdapters.Named(adapter)!.Value,
            HardwareVersion = hardware,
        }.ToBytes();
        Write(store, layout, descriptor, hasZeroedGrains, isLazy);
    }

    /// <summary>A name for the extent line; the extent is this file, whatever it says.</summary>
    private static string NameOf(ByteStore store) =>
        Path.GetFileName(store.Name) is { Length: > 0 and <= 255 } name ? name : "disk.vmdk";

    private static VmdkSparseLayout LayoutFor(ByteStore store, long length, long grainSize)
    {
        if (grainSize is < MinGrainSize or > VmdkSparseLayout.MaxGrainSize || !long.IsPow2(grainSize))
        {
            throw new ArgumentException(
                $"grain_size={grainSize} is not possible; it is a power of two from {MinGrainSize} to "
                + $"{VmdkSparseLayout.MaxGrainSize}.");
        }

        var tables = VmdkSparseLayout.DirectoryEntries(length, grainSize, VmdkSparseLayout.MaxTableEntries);
        if (length == 0 || length % VmdkSparseLayout.SectorSize != 0
            || tables > VmdkSparseLayout.MaxDirectoryEntries)
        {
            throw new ImageException(store.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"a VMDK's disk has a multiple of {VmdkSparseLayout.SectorSize} bytes from "
                + $"{VmdkSparseLayout.SectorSize} to {MaxLength(grainSize)}, not {length}"));
        }

        return new VmdkSparseLayout(length, (int)grainSize, VmdkSparseLayout.MaxTableEntries);
    }

    /// <summary>The most guest bytes: what the directory has room for, or whole sectors that 63 bits can
    /// count.</summary>
    private static long MaxLength(long grainSize) =>
        (long)Int128.Min(
            (Int128)VmdkSparseLayout.MaxDirectoryEntries * grainSize * VmdkSparseLayout.MaxTableEntries,
            long.MaxValue / VmdkSparseLayout.SectorSize * VmdkSparseLayout.SectorSize);

    private static void Write(
        ByteStore store, VmdkSparseLayout layout, byte[] descriptor, bool hasZeroedGrains, bool isLazy)
    {
        var descriptorSectors = SectorsOf(descriptor.Length) + DescriptorSlack;
        var directorySectors = SectorsOf(layout.DirectoryLength);
        var tablesSectors = isLazy ? 0 : layout.Tables * SectorsOf(layout.TableLength);
        var redundant = 1 + descriptorSectors;
        var directory = redundant + directorySectors + tablesSectors;
        var alignment = Math.Min(layout.GrainSize, MaxAlignment) / VmdkSparseLayout.SectorSize;
        var overhead = (directory + directorySectors + tablesSectors + alignment - 1) / alignment * alignment;
        var header = new Vmdk4Header
        {
            Version = hasZeroedGrains ? 2u : 1u,
            Flags = Vmdk4Flags.NewLineTest | Vmdk4Flags.RedundantDirectory
                | (hasZeroedGrains ? Vmdk4Flags.ZeroedGrains : Vmdk4Flags.None),
            Capacity = (ulong)(layout.GuestLength / VmdkSparseLayout.SectorSize),
            GrainSize = (ulong)(layout.GrainSize / VmdkSparseLayout.SectorSize),
            DescriptorOffset = 1,
            DescriptorSize = (ulong)descriptorSectors,
            EntriesPerTable = (uint)layout.TableEntries,
            RedundantDirectoryOffset = (ulong)redundant,
            DirectoryOffset = (ulong)directory,
            Overhead = (ulong)overhead,
        };
        header.Seal();
        store.SetLength(overhead * VmdkSparseLayout.SectorSize);
        store.Write(Layout.BytesOf(ref header), 0);
        store.Write(descriptor, VmdkSparseLayout.SectorSize);
        if (!isLazy)
        {
            WriteDirectory(store, layout, redundant, redundant + directorySectors);
            WriteDirectory(store, layout, directory, directory + directorySectors);
        }
    }

    /// <summary>A directory that names one table after the other.</summary>
    private static void WriteDirectory(ByteStore store, VmdkSparseLayout layout, long sector, long firstTable)
    {
        var page = new byte[64 << 10];
        var perPage = page.Length / sizeof(uint);
        for (var first = 0L; first < layout.Tables; first += perPage)
        {
            var count = (int)Math.Min(perPage, layout.Tables - first);
            for (var index = 0; index < count; index++)
            {
                var place = firstTable + ((first + index) * SectorsOf(layout.TableLength));
                var entry = VmdkSparseLayout.EntryFor(new HostOffset(place * VmdkSparseLayout.SectorSize));
                BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(index * sizeof(uint)), entry);
            }

            store.Write(
                page.AsSpan(0, count * sizeof(uint)),
                (sector * VmdkSparseLayout.SectorSize) + (first * sizeof(uint)));
        }
    }

    private static long SectorsOf(long bytes) => VmdkSparseLayout.PadToSector(bytes) / VmdkSparseLayout.SectorSize;
}
