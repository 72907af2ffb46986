using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VhdDynamic4KDiskTests : AllocatingDiskContract
{
    public override TestedDriver Driver { get; } = new(ImageFormats.Vhd, "block_size=4K", Unit: 4096);
}
