using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VhdDynamic2MDiskTests : AllocatingDiskContract
{
    public override TestedDriver Driver { get; } = new(ImageFormats.Vhd, "block_size=2M", Unit: 2097152);
}
