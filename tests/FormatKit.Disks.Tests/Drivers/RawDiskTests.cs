using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class RawDiskTests : DiskImageContract
{
    protected override ImageFormat Format => ImageFormats.Raw;

    protected override string Options => "";

    protected override int Unit => 65536;
}
