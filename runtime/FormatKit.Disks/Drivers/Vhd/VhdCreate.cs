using System.Globalization;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>New, empty VHDs.</summary>
internal static partial class VhdCreate
{
    private const int DefaultBlockSize = 2 << 20;

    /// <summary>
    /// The creator that every known reader takes for "the current size is the size": qemu cuts the disks of creators
    /// that it does not know to their geometry.
    /// </summary>
    private static readonly FourCC Creator = FourCC.Of("win ");
    private const uint CreatorVersion = 0x0006_0003;
    private static readonly FourCC CreatorHost = FourCC.Of("Wi2k");

    public static IReadOnlyList<FormatOption> Options { get; } =
    [
        new("subformat", "dynamic (default) or fixed"),
        new("block_size",
            "guest bytes allocated together in a dynamic disk, a power of two from 512 to 256M (default 2M); "
            + "less than 4K is misread by qemu and refused by others"),
        new("batmap",
            "on or off (default): whether a dynamic disk has blktap's map of full blocks, whose sector bitmaps need "
            + "not be read then; tapdisk looks for it only in its own disks"),
    ];

    public static void Create(ByteStore store, long length, OptionValues options)
    {
        var isFixed = options.Choice("subformat", "dynamic", "dynamic", "fixed") == "fixed";
        var blockSize = options.Size("block_size", DefaultBlockSize);
        var hasBatmap = HasBatmap(options);
        options.RefuseRest("format vpc", Options.Select(option => option.Name));
        CheckLength(store, length);
        if (isFixed && hasBatmap)
        {
            throw new ArgumentException("batmap=on is not possible with subformat=fixed, which has no blocks.");
        }

        if (isFixed)
        {
            CreateFixed(store, length);
        }
        else
        {
            CreateDynamic(store, LayoutFor(store, length, blockSize), hasBatmap);
        }
    }

    private static void CheckLength(ByteStore store, long length)
    {
        if (length % VhdLayout.SectorSize != 0 || length > VhdLayout.MaxGuestLength)
        {
            throw new ImageException(store.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"a VHD's disk has a multiple of {VhdLayout.SectorSize} bytes up to {VhdLayout.MaxGuestLength}, not "
                + $"{length}"));
        }
    }

    private static VhdLayout LayoutFor(ByteStore store, long length, long blockSize)
    {
        if (blockSize is < VhdLayout.MinBlockSize or > VhdLayout.MaxBlockSize || !long.IsPow2(blockSize))
        {
            throw new ArgumentException(
                $"block_size={blockSize} is not possible; it is a power of two from {VhdLayout.MinBlockSize} to "
                + $"{VhdLayout.MaxBlockSize}.");
        }

        var table = new HostOffset(Layout.SizeOf<VhdFooter>() + Layout.SizeOf<VhdDynamicHeader>());
        var layout = new VhdLayout(length, (int)blockSize, table);
        return layout.Blocks <= VhdLayout.MaxTableEntries
            ? layout
            : throw new ImageException(
                store.Name,
                $"{layout.Blocks} blocks of {blockSize} bytes are more than the {VhdLayout.MaxTableEntries} that are "
                + "read",
                "choose a larger block_size");
    }

    private static void CreateFixed(ByteStore store, long length)
    {
        var footer = NewFooter(VhdDiskType.Fixed, length);
        footer.DataOffset = VhdFooter.DataOffsetNull;
        footer.Seal();
        store.SetLength(length);
        store.Write(Layout.BytesOf(ref footer), length);
    }

    private static void CreateDynamic(ByteStore store, VhdLayout layout, bool hasBatmap)
    {
        var footer = NewFooter(VhdDiskType.Dynamic, layout.GuestLength);
        var header = NewHeader(layout);
        WriteSparse(store, layout, ref footer, ref header, EndOfTables(layout, hasBatmap));
        if (hasBatmap)
        {
            WriteBatmap(store, layout);
        }
    }

    private static VhdDynamicHeader NewHeader(VhdLayout layout) => new()
    {
        DataOffset = VhdDynamicHeader.DataOffsetNull,
        TableOffset = (ulong)layout.TableOffset.Value,
        MaxTableEntries = (uint)layout.Blocks,
        BlockSize = (uint)layout.BlockSize,
    };

    /// <summary>Writes the structures of a disk without blocks.</summary>
    private static void WriteSparse(
        ByteStore store, VhdLayout layout, ref VhdFooter footer, ref VhdDynamicHeader header, HostOffset end)
    {
        footer.DataOffset = (ulong)Layout.SizeOf<VhdFooter>();
        footer.Seal();
        header.Seal();
        store.Write(Layout.BytesOf(ref footer), 0);
        store.Write(Layout.BytesOf(ref header), (long)footer.DataOffset);
        WriteEmptyTable(store, layout.TableOffset, layout.TableOffset + layout.TableLength);
        store.Write(Layout.BytesOf(ref footer), end.Value);
    }

    private static void WriteEmptyTable(ByteStore store, HostOffset from, HostOffset to)
    {
        var unallocated = new byte[Math.Min(to - from, 64 << 10)];
        unallocated.AsSpan().Fill(0xFF);
        for (var at = from; at < to;)
        {
            var length = (int)Math.Min(unallocated.Length, to - at);
            store.Write(unallocated.AsSpan(0, length), at.Value);
            at += length;
        }
    }

    private static VhdFooter NewFooter(VhdDiskType type, long length) => new()
    {
        Features = VhdFeatures.Reserved,
        CreatedAt = DateTimeOffset.UtcNow,
        CreatorApplication = Creator,
        CreatorVersion = CreatorVersion,
        CreatorHost = CreatorHost,
        OriginalSize = (ulong)length,
        CurrentSize = (ulong)length,
        Geometry = VhdGeometry.For(length / VhdLayout.SectorSize),
        DiskType = type,
        UniqueId = Guid.NewGuid(),
    };
}
