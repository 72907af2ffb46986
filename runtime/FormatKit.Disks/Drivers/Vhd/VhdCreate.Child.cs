using FormatKit.Disks.Storage;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <content>Differencing disks.</content>
internal static partial class VhdCreate
{
    public static void CreateChild(ByteStore store, long length, NewBacking backing, OptionValues options)
    {
        var wanted = VhdCreateOptions.Take(options, isChild: true);
        options.RefuseRest("format vpc", VhdCreateOptions.Known.Select(option => option.Name));
        VhdParent.CheckFormat(store, backing);
        var layout = LayoutFor(store, wanted.LengthFor(store, length), wanted.BlockSize);
        var footer = wanted.NewFooter(layout.GuestLength);
        var header = NewHeader(layout);
        var namesAt = EndOfTables(layout, wanted.HasBatmap);
        var names = VhdParent.Write(store, ref header, namesAt, backing);
        WriteSparse(store, layout, ref footer, ref header, namesAt + names.Length);
        store.Write(names, namesAt.Value);
        if (wanted.HasBatmap)
        {
            WriteBatmap(store, layout);
        }
    }
}
