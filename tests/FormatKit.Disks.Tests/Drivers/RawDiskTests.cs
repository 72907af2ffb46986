using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class RawDiskTests : DiskImageContract
{
    public override TestedDriver Driver { get; } = new(ImageFormats.Raw, "", Unit: 4096);
}
