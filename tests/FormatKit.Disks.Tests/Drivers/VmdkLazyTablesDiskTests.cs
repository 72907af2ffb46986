using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VmdkLazyTablesDiskTests : AllocatingDiskContract
{
    public override TestedDriver Driver { get; } = new(ImageFormats.Vmdk, "grain_size=8K,lazy_tables=on", Unit: 8192);
}
