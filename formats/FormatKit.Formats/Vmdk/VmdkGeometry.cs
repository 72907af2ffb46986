using System.Globalization;

namespace FormatKit.Formats.Vmdk;

/// <summary>Cylinders, heads and sectors per track, as a descriptor states them. They limit nothing.</summary>
/// <param name="Cylinders">Cylinders; more than any BIOS knows where the disk is large.</param>
/// <param name="Heads">Heads.</param>
/// <param name="SectorsPerTrack">Sectors per track and cylinder.</param>
public readonly record struct VmdkGeometry(long Cylinders, int Heads, int SectorsPerTrack)
{
    private const long Gibibyte = 1L << 21;

    /// <summary>The geometry that a new disk gets: whole cylinders, but at least one.</summary>
    /// <param name="adapter">What the disk is made for.</param>
    /// <param name="sectors">The disk's capacity in sectors of 512 bytes.</param>
    /// <remarks>
    /// IDE has 16 heads and 63 sectors: VMware Virtual Disk Format 5.0, The Disk Database (10402/16/63 for 10,485,760
    /// sectors), and qemu-img for all sizes. Hosted products and qemu let the cylinders grow, ESXi ends at 16,383.
    /// SCSI has 64/32 below 1 GiB, 128/32 below 2 GiB and 255/63 from there on: what VMware's knowledge base article
    /// 1026266 is quoted with, a rule like that of BusLogic's BIOS; ESXi wrote 2/64/32 for 4,096 sectors, 94/64/32 for
    /// 192,780 and 16709/255/63 for 268,435,456. (qemu-img says 255/63 for any size, and 0 cylinders
    /// for less than one.)
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sectors"/> is negative.</exception>
    public static VmdkGeometry For(VmdkAdapter adapter, long sectors)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sectors);
        var (heads, perTrack) = adapter == VmdkAdapter.Ide ? (16, 63)
            : sectors < Gibibyte ? (64, 32)
            : sectors < 2 * Gibibyte ? (128, 32)
            : (255, 63);
        return new VmdkGeometry(Math.Max(1, sectors / (heads * perTrack)), heads, perTrack);
    }

    /// <summary>Cylinders/heads/sectors, such as <c>1024/16/63</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Cylinders}/{Heads}/{SectorsPerTrack}");
}
