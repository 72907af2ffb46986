using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

public sealed class VhdDynamic2MDiskTests : DiskImageContract
{
    protected override ImageFormat Format => ImageFormats.Vhd;

    protected override string Options => "block_size=2M";

    protected override int Unit => 2097152;
}
