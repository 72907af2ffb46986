using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VhdFixedDiskTests : DiskImageContract
{
    public override TestedDriver Driver { get; } = new(ImageFormats.Vhd, "subformat=fixed", Unit: 4096);
}
