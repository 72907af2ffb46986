using System.Globalization;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>Another length for a disk.</summary>
internal static class VhdResize
{
    public static IReadOnlyList<ChangeStep> Plan(ByteStore store, long length, IReadOnlyList<GuestRange> hidden)
    {
        if (length < 0 || length % VhdLayout.SectorSize != 0 || length > VhdLayout.MaxGuestLength)
        {
            throw new ImageException(store.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"a VHD's disk has a multiple of {VhdLayout.SectorSize} bytes up to {VhdLayout.MaxGuestLength}, not "
                + $"{length}"));
        }

        if (!store.CanResize)
        {
            throw new ImageException(store.Name, "what holds the image cannot become larger or smaller");
        }

        return VhdSparseFile.Read(store) is { } file
            ? new VhdSparseResize(file, length, hidden).Steps()
            : VhdFixedResize.Plan(store, length);
    }

    /// <summary>
    /// A footer of a disk of another length. The creators that mean the geometry give way to one that means the current
    /// size, where the geometry would be less than the length.
    /// </summary>
    public static VhdFooter FooterFor(VhdFooter footer, long length)
    {
        footer.CurrentSize = (ulong)length;
        footer.Geometry = VhdGeometry.For(length / VhdLayout.SectorSize);
        if (VhdSize.Of(footer, VhdSize.RuleOf(footer)) != (ulong)length)
        {
            footer.CreatorApplication = VhdProfile.Windows;
        }

        return footer;
    }
}
