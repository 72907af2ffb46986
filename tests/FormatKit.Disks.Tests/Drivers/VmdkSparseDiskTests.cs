using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VmdkSparseDiskTests : AllocatingDiskContract
{
    public override TestedDriver Driver { get; } = new(ImageFormats.Vmdk, "", Unit: 64 << 10);
}
