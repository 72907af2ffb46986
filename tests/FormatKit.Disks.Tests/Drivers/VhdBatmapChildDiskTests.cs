using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VhdBatmapChildDiskTests : AllocatingDiskContract
{
    public override TestedDriver Driver { get; } =
        new(ImageFormats.Vhd, "block_size=8K,batmap=on", Unit: 8192) { Parent = TestParents.Zeros };
}
