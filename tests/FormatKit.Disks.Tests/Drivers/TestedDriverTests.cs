using FormatKit.Disks.Drivers;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>No driver is forgotten.</summary>
public sealed class TestedDriverTests
{
    [Fact]
    public void Every_format_that_is_written_is_under_the_contract()
    {
        var tested = TestedDriver.All.Select(driver => driver.Format).ToHashSet();

        Assert.Equal(
            [], ImageFormats.All
                .Where(format => format.Abilities.HasFlag(FormatAbilities.Write) && !tested.Contains(format))
                .Select(format => format.Name));
    }

    [Fact]
    public void No_two_of_them_are_the_same() =>
        Assert.Distinct(TestedDriver.All.Select(driver => driver.ToString()));
}
