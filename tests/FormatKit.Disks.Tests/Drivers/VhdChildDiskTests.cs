using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Images;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>A child of a disk that was never written to is like any other disk.</summary>
public sealed class VhdChildDiskTests : AllocatingDiskContract
{
    public override TestedDriver Driver { get; } =
        new(ImageFormats.Vhd, "block_size=4K", Unit: 4096) { Parent = TestParents.Zeros };
}
