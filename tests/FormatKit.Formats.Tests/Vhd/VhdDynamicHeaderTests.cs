using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

public sealed class VhdDynamicHeaderTests
{
    [Fact]
    public void A_header_of_blktap_is_read_as_the_specification_says()
    {
        // A child that vhd-util made of base.vhd.
        var bytes = TestBytes.Of(
            1024,
            (0, TestBytes.Ascii("cxsparse")),
            (8, "FFFFFFFF FFFFFFFF"),   // no next structure
            (16, "00000000 00000600"),  // table offset
            (24, "00010000"),           // version 1.0
            (28, "00000012"),           // 18 entries
            (32, "00200000"),           // blocks of 2 MiB
            (36, "FFFFE0EE"),           // checksum
            (40, "A9F8BAA893FF4DEBB822A6E5B1982579"),
            (56, "329538A9"),           // parent's time of last change
            (64, "0062 0061 0073 0065 002E 0076 0068 0064"),                     // base.vhd, UTF-16BE
            (576, "4D616358 00000200 00000011 00000000 00000000 00000C00"),      // MacX
            (600, "57326B75 00000200 00000014 00000000 00000000 00000E00"),      // W2ku
            (624, "57327275 00000200 00000014 00000000 00000000 00001000"));     // W2ru

        var header = VhdDynamicHeader.Read(bytes);

        Assert.Null(header.DataOffsetOrNull);
        Assert.Equal(1536UL, header.TableOffset);
        Assert.Equal(18u, header.MaxTableEntries);
        Assert.Equal(2u << 20, header.BlockSize);
        Assert.Equal(new Guid("a9f8baa8-93ff-4deb-b822-a6e5b1982579"), header.ParentUniqueId);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 5, 22, 49, TimeSpan.Zero), header.ParentTimestamp);
        Assert.Equal("base.vhd", header.ParentName);
        Assert.Equal(
            [
                (VhdParentLocatorCode.MacX, 512u, 17u, 3072ul),
                (VhdParentLocatorCode.W2ku, 512u, 20u, 3584ul),
                (VhdParentLocatorCode.W2ru, 512u, 20u, 4096ul),
                (VhdParentLocatorCode.None, 0u, 0u, 0ul),
            ],
            header.ParentLocators[..4].ToArray()
                .Select(locator => (locator.PlatformCode, locator.DataSpace, locator.DataLength, locator.DataOffset)));
    }
}
