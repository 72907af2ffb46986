using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkMarkerTests
{
    [Fact]
    public void A_footer_marker_says_that_a_sector_of_footer_follows()
    {
        // The end of a stream of VirtualBox.
        var marker = VmdkMarker.Read(TestBytes.Of(512, (0, "0100000000000000"), (8, "00000000"), (12, "03000000")));

        Assert.Equal((1ul, 0u, VmdkMarkerType.Footer), (marker.SectorCount, marker.DataSize, marker.MarkerType));
    }

    [Fact]
    public void A_grain_has_its_sector_and_its_size_where_a_marker_has_them()
    {
        // The last grain of a stream of open-vmdk; 78DA starts its zlib data.
        var marker = VmdkMarker.Read(TestBytes.Of(512, (0, "0038000000000000"), (8, "5E030000"), (12, "78DA6360")));

        Assert.Equal((14_336ul, 862u), (marker.SectorCount, marker.DataSize));
    }
}
