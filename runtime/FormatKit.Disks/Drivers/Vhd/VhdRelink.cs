using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>Another parent, or none.</summary>
internal static class VhdRelink
{
    public static IReadOnlyList<ChangeStep> Plan(ByteStore store, NewBacking? backing)
    {
        if (VhdSparseFile.Read(store) is not { } file)
        {
            return backing is null ? [] : throw new ImageException(
                store.Name, "a fixed VHD has all of its disk itself and cannot have a parent",
                "make a differencing one on it with 'fkit create -b'");
        }

        var (footer, header) = (file.Footer, file.Header);
        if (backing is null)
        {
            if (footer.DiskType == VhdDiskType.Dynamic)
            {
                return file.IsFinished ? [] : new VhdHeaderChange(file, footer, header).Steps();
            }

            VhdParent.Clear(ref header);
            footer.DiskType = VhdDiskType.Dynamic;
            return new VhdHeaderChange(file, footer, header) { Names = static (ref _, _) => [] }.Steps();
        }

        VhdParent.CheckFormat(store, backing);
        footer.DiskType = VhdDiskType.Differencing;
        return new VhdHeaderChange(file, footer, header)
        {
            Names = (ref named, at) => VhdParent.Write(store, ref named, at, backing),
        }.Steps();
    }
}
