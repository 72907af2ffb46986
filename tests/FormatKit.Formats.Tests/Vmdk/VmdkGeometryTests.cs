using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkGeometryTests
{
    [Theory]

    // VMware's technical note, Fusion, ESXi, VirtualBox.
    [InlineData(VmdkAdapter.Ide, 10_485_760, "10402/16/63")]
    [InlineData(VmdkAdapter.Ide, 83_886_080, "83220/16/63")]
    [InlineData(VmdkAdapter.LsiLogic, 4096, "2/64/32")]
    [InlineData(VmdkAdapter.LsiLogic, 192_780, "94/64/32")]
    [InlineData(VmdkAdapter.LsiLogic, 33_554_432, "2088/255/63")]
    [InlineData(VmdkAdapter.LsiLogic, 268_435_456, "16709/255/63")]
    [InlineData(VmdkAdapter.Ide, 1033, "1/16/63")]

    // Where the rule for SCSI changes.
    [InlineData(VmdkAdapter.BusLogic, (1 << 21) - 1, "1023/64/32")]
    [InlineData(VmdkAdapter.BusLogic, 1 << 21, "512/128/32")]
    [InlineData(VmdkAdapter.BusLogic, (1 << 22) - 1, "1023/128/32")]
    [InlineData(VmdkAdapter.BusLogic, 1 << 22, "261/255/63")]
    [InlineData(VmdkAdapter.LegacyEsx, 1 << 22, "261/255/63")]

    // Less than a cylinder, and the largest.
    [InlineData(VmdkAdapter.Ide, 0, "1/16/63")]
    [InlineData(VmdkAdapter.LsiLogic, 1, "1/64/32")]
    [InlineData(VmdkAdapter.Ide, long.MaxValue / 512, "17871427092740/16/63")]
    public void Known_disks_have_known_geometries(VmdkAdapter adapter, long sectors, string geometry) =>
        Assert.Equal(geometry, VmdkGeometry.For(adapter, sectors).ToString());

    [Fact]
    public void A_negative_size_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VmdkGeometry.For(VmdkAdapter.Ide, -1));
}
