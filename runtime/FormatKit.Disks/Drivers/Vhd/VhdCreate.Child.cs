using FormatKit.Disks.Storage;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <content>Differencing disks.</content>
internal static partial class VhdCreate
{
    public static void CreateChild(ByteStore store, long length, NewBacking backing, OptionValues options)
    {
        options.Choice("subformat", "differencing", "differencing");
        var blockSize = options.Size("block_size", DefaultBlockSize);
        var hasBatmap = HasBatmap(options);
        options.RefuseRest("format vpc", Options.Select(option => option.Name));
        CheckLength(store, length);
        VhdParent.CheckFormat(store, backing);
        var layout = LayoutFor(store, length, blockSize);
        var footer = NewFooter(VhdDiskType.Differencing, length);
        var header = NewHeader(layout);
        var namesAt = EndOfTables(layout, hasBatmap);
        var names = VhdParent.Write(store, ref header, namesAt, backing);
        WriteSparse(store, layout, ref footer, ref header, namesAt + names.Length);
        store.Write(names, namesAt.Value);
        if (hasBatmap)
        {
            WriteBatmap(store, layout);
        }
    }
}
