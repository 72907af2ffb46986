using FormatKit.Disks.Drivers;
using FormatKit.Disks.Tests.Drivers;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>No driver is forgotten.</summary>
public sealed class CutDriversTests
{
    [Fact]
    public void Every_format_that_allocates_space_has_its_power_cut()
    {
        var allocating = TestedDriver.Allocating.Select(driver => driver.Format).Distinct().ToList();

        Assert.Contains(ImageFormats.Vhd, allocating);
        Assert.Empty(allocating.Except(CutDrivers.All.Select(driver => driver.Format)).Select(format => format.Name));
    }
}
