using System.Buffers.Binary;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Opening;

/// <summary>A VHD all of whose blocks have a place, in a file that is one large hole but for its structures.</summary>
internal static class FullTable
{
    internal static void Make(string path, long length, bool isShuffled)
    {
        Empty(path, length);
        using var store = FileStore.Open(path, FileOpenOptions.ForWriting);
        var footer = default(VhdFooter);
        store.ReadExactly(Layout.EditBytesOf(ref footer), 0);
        var header = default(VhdDynamicHeader);
        store.ReadExactly(Layout.EditBytesOf(ref header), (long)footer.DataOffset);
        var layout = new VhdLayout(length, (int)header.BlockSize, new((long)header.TableOffset));
        var order = Enumerable.Range(0, (int)layout.Blocks).ToArray();
        if (isShuffled)
        {
            new Random(1).Shuffle(order);
        }

        var start = layout.TableOffset + layout.TableLength;
        var table = new byte[layout.TableLength];
        table.AsSpan().Fill(0xFF);
        for (var block = 0; block < order.Length; block++)
        {
            var entry = VhdLayout.EntryFor(start + (order[block] * layout.BlockStride));
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(block * sizeof(uint)), entry);
        }

        store.Write(table, layout.TableOffset.Value);
        store.Write(Layout.BytesOf(ref footer), (start + (order.Length * layout.BlockStride)).Value);
    }

    internal static void Empty(string path, long length) =>
        DiskImage.Create(FileStore.Create(path), ImageFormats.Vhd, length).Dispose();
}
