using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VhdDynamic4KDiskTests : DiskImageContract
{
    protected override ImageFormat Format => ImageFormats.Vhd;

    protected override string Options => "block_size=4K";

    protected override int Unit => 4096;
}
