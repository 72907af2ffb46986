using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VhdFixedDiskTests : DiskImageContract
{
    protected override ImageFormat Format => ImageFormats.Vhd;

    protected override string Options => "subformat=fixed";

    protected override int Unit => 65536;
}
