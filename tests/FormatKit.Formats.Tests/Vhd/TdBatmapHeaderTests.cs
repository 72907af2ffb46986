using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

public sealed class TdBatmapHeaderTests
{
    [Fact]
    public void A_header_of_blktap_is_read_as_its_definer_wrote_it()
    {
        // A dynamic disk of 64 MiB, blocks 0 and 31 full.
        var bytes = TestBytes.Of(
            512,
            (0, "74646261746D6170"),    // tdbatmap
            (8, "00000000 00000A00"),   // map offset, bytes
            (16, "00000001"),           // map size, sectors
            (20, "00010002"),           // version 1.2
            (24, "FFFFFF7E"));          // checksum of the map
        var map = TestBytes.Of(512, (0, "80000001"));

        var header = TdBatmapHeader.Read(bytes);

        Assert.Equal(2560UL, header.MapOffset);
        Assert.Equal(1u, header.MapSize);
        Assert.Equal(0x0001_0002u, header.Version);
        Assert.True(header.IsValid(map));
        Assert.Equal([0, 31], Enumerable.Range(0, 4096).Where(block => VhdSectorBitmap.IsSet(map, block)));
    }

    [Fact]
    public void A_header_is_sealed_as_its_definer_wrote_it()
    {
        var header = new TdBatmapHeader { MapOffset = 2560, MapSize = 1, Version = 0x0001_0002 };

        header.Seal(TestBytes.Of(512, (0, "80000001")));

        Assert.Equal(
            TestBytes.Of(
                512, (0, "74646261746D6170"), (8, "00000000 00000A00"), (16, "00000001"), (20, "00010002"),
                (24, "FFFFFF7E")),
            Layout.BytesOf(in header).ToArray());
    }

    [Theory]
    [InlineData(0x0001_0002, "80000001", 0xFFFF_FF7E)] // ~(128 + 1)
    [InlineData(0x0001_0001, "80000001", 0x0000_007E)] // ~(-128 + 1)
    [InlineData(0x0001_0002, "", 0xFFFF_FFFF)]
    public void The_version_says_whether_bytes_have_signs(uint version, string map, uint expected)
    {
        var header = new TdBatmapHeader { Version = version };

        header.Seal(Convert.FromHexString(map));

        Assert.Equal(expected, header.MapChecksum);
        Assert.Empty(header.Validate(Convert.FromHexString(map)));
    }

    [Fact]
    public void Another_map_is_a_violation_that_only_its_bytes_can_tell()
    {
        var header = new TdBatmapHeader { Version = 0x0001_0002 };
        header.Seal(new byte[512]);

        Assert.Equal(["MapChecksum"], header.Validate([1]).Select(violation => violation.Path));
        Assert.True(Layout.IsValid(in header));
    }

    [Fact]
    public void Marker_key_hash_and_nonce_stand_behind_the_checksum()
    {
        var bytes = TestBytes.Of(
            512,
            (0, TestBytes.Ascii("tdbatmap")),
            (28, "A1"), (29, "01"), (30, "B1"), (61, "B2"), (62, "C1"), (93, "C2"));

        var header = TdBatmapHeader.Read(bytes);

        Assert.Equal((0xA1, 1), (header.Marker, header.KeyHashPresent));
        Assert.Equal((0xB1, 0xB2), (header.KeyNonce[0], header.KeyNonce[31]));
        Assert.Equal((0xC1, 0xC2), (header.KeyHash[0], header.KeyHash[31]));
    }
}
