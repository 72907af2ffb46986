using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VhdDynamic512DiskTests : AllocatingDiskContract
{
    public override TestedDriver Driver { get; } = new(ImageFormats.Vhd, "block_size=512", Unit: 512);
}
