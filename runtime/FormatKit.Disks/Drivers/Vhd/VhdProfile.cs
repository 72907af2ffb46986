using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>What a host of virtual machines wants of the VHDs that are made for it.</summary>
/// <param name="Name">Its name as a value of the option <c>profile</c>.</param>
/// <param name="Types">The kinds of disks that it takes, the one that is made by itself first.</param>
/// <param name="Unit">The guest's size is a multiple of so many bytes.</param>
/// <param name="BlockSizes">The block sizes that it takes; any when it is empty.</param>
/// <param name="Creator">The creator application.</param>
internal sealed record VhdProfile(
    string Name, IReadOnlyList<VhdDiskType> Types, int Unit, IReadOnlyList<long> BlockSizes, FourCC Creator)
{
    /// <summary>
    /// The creator that every known reader takes for "the current size is the size": qemu cuts the disks of creators
    /// that it does not know to their geometry.
    /// </summary>
    public static FourCC Windows { get; } = FourCC.Of("win ");

    /// <summary>The creator of tapdisk.</summary>
    public static FourCC Tapdisk { get; } = FourCC.Of("tap\0");

    private static readonly VhdDiskType[] AllTypes =
        [VhdDiskType.Dynamic, VhdDiskType.Fixed, VhdDiskType.Differencing];

    /// <summary>The profile without demands.</summary>
    public static VhdProfile None { get; } = new("none", AllTypes, VhdLayout.SectorSize, [], Windows);

    /// <summary>Azure takes fixed disks only, of whole MiB.</summary>
    public static VhdProfile Azure { get; } =
        new("azure", [VhdDiskType.Fixed], 1 << 20, [], Windows);

    /// <summary>Hyper-V makes blocks of 2 MiB, or of 512 KiB on demand, whose data begin at multiples of 4 KiB, as they
    /// do in every VHD of ours.</summary>
    public static VhdProfile HyperV { get; } =
        new("hyperv", AllTypes, VhdLayout.SectorSize, [2 << 20, 512 << 10], Windows);

    /// <summary>tapdisk's own disks have its batmap.</summary>
    public static VhdProfile Xen { get; } =
        new("xen", AllTypes, VhdLayout.SectorSize, [], Tapdisk);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<VhdProfile> All { get; } = [None, Azure, HyperV, Xen];
}
