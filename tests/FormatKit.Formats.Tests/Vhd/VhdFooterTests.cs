using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

/// <summary>Footers as other software wrote them, byte by byte.</summary>
public sealed class VhdFooterTests
{
    [Fact]
    public void A_footer_of_qemu_is_read_as_the_specification_says()
    {
        // A fixed disk made by qemu-img 7.2.
        var bytes = TestBytes.Of(
            512,
            (0, TestBytes.Ascii("conectix")),
            (8, "00000002"),            // features: the bit that is always set
            (12, "00010000"),           // version 1.0
            (16, "FFFFFFFF FFFFFFFF"),  // data offset: none
            (24, "329535ED"),           // seconds since 2000
            (28, TestBytes.Ascii("qem2")),
            (32, "00050003"),           // creator version 5.3
            (36, TestBytes.Ascii("Wi2k")),
            (40, "00000000 00081200"),  // original size
            (48, "00000000 00081200"),  // current size
            (56, "FFFF 10 FF"),         // 65535 cylinders, 16 heads, 255 sectors per track
            (60, "00000002"),           // fixed
            (64, "FFFFE4C8"),           // checksum
            (68, "97331F21F95D49A38B85959BFEDF046C"));

        var footer = VhdFooter.Read(bytes);

        Assert.Equal(VhdFeatures.Reserved, footer.Features);
        Assert.Null(footer.DataOffsetOrNull);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 5, 11, 9, TimeSpan.Zero), footer.CreatedAt);
        Assert.Equal(FourCC.Of("qem2"), footer.CreatorApplication);
        Assert.Equal(0x0005_0003u, footer.CreatorVersion);
        Assert.Equal(FourCC.Of("Wi2k"), footer.CreatorHost);
        Assert.Equal((528_896UL, 528_896UL), (footer.OriginalSize, footer.CurrentSize));
        Assert.Equal("65535/16/255", footer.Geometry.ToString());
        Assert.Equal(VhdDiskType.Fixed, footer.DiskType);
        Assert.Equal(new Guid("97331f21-f95d-49a3-8b85-959bfedf046c"), footer.UniqueId);
        Assert.Equal(0, footer.SavedState);
    }

    [Fact]
    public void A_hidden_disk_of_tapdisk_is_valid_and_stays_hidden()
    {
        // tapdisk keeps its flag at byte 85, in what the specification reserves.
        var bytes = TestBytes.Of(
            512,
            (0, TestBytes.Ascii("conectix")),
            (8, "00000002 00010000 00000000 00000200 329538A9 74617000 00010003 00000000"),
            (40, "00000000 00800000 00000000 00800000 00F0 04 11 00000003"),
            (64, "FFFFEE9D"),
            (68, "3AE59AE91EED4D6989FFFB1B35509DE3"),
            (85, "01"));

        ref var footer = ref VhdFooter.Edit(bytes);
        Assert.Empty(Layout.Validate(footer));
        footer.UniqueId = Guid.Empty;
        Layout.Seal(ref footer);

        Assert.Equal(1, bytes[85]);
        Assert.Equal(0, footer.SavedState);
        Assert.Empty(Layout.Validate(footer));
        Assert.Equal(new FourCC(0), footer.CreatorHost);
    }

    [Fact]
    public void An_unknown_disk_type_is_a_violation()
    {
        var footer = new VhdFooter { DiskType = (VhdDiskType)5 };
        Layout.Seal(ref footer);

        var violation = Assert.Single(Layout.Validate(footer));

        Assert.Equal(
            "FKV004: VhdFooter.DiskType at byte 60: found 5 (unknown), expected one of "
            + "Fixed (2), Dynamic (3), Differencing (4)",
            violation.ToString());
    }
}
