using FormatKit.Disks.Tests.Model;

namespace FormatKit.Disks.Tests.Images;

/// <remarks>Whatever is done to a disk, it is an array of bytes.</remarks>
public abstract partial class DiskImageContract
{
    [Theory]
    [InlineData(600)]
    [InlineData(1 << 20)]
    public void A_disk_is_an_array(long cacheBytes)
    {
        var length = (13 * Unit) + Math.Min(1024, Unit);
        DiskModelCheck.Run(
            Driver.Times(120, 4), length, Unit, () => DiskModel.Empty(Driver, length, cacheBytes));
    }
}
