using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VhdDynamic512DiskTests : DiskImageContract
{
    protected override ImageFormat Format => ImageFormats.Vhd;

    protected override string Options => "block_size=512";

    protected override int Unit => 512;
}
