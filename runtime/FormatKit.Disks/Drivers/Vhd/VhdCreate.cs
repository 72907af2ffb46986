using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>New, empty VHDs.</summary>
internal static partial class VhdCreate
{
    public static void Create(ByteStore store, long length, OptionValues options)
    {
        var wanted = VhdCreateOptions.Take(options, isChild: false);
        options.RefuseRest("format vpc", VhdCreateOptions.Known.Select(option => option.Name));
        var guestLength = wanted.LengthFor(store, length);
        if (wanted.Type == VhdDiskType.Fixed)
        {
            CreateFixed(store, wanted, guestLength);
        }
        else
        {
            CreateDynamic(store, wanted, LayoutFor(store, guestLength, wanted.BlockSize));
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

    private static void CreateFixed(ByteStore store, VhdCreateOptions wanted, long length)
    {
        var footer = wanted.NewFooter(length);
        footer.DataOffset = VhdFooter.DataOffsetNull;
        footer.Seal();
        store.SetLength(length);
        store.Write(Layout.BytesOf(ref footer), length);
    }

    private static void CreateDynamic(ByteStore store, VhdCreateOptions wanted, VhdLayout layout)
    {
        var footer = wanted.NewFooter(layout.GuestLength);
        var header = NewHeader(layout);
        WriteSparse(store, layout, ref footer, ref header, EndOfTables(layout, wanted.HasBatmap));
        if (wanted.HasBatmap)
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
}
