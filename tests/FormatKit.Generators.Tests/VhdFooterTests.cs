using FormatKit.Generators.Tests.Declarations;

using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

public sealed class VhdFooterTests
{
    [Fact]
    public void A_sealed_footer_is_valid_and_reads_back()
    {
        var bytes = new byte[512];
        ref var footer = ref VhdFooter.Edit(bytes);
        footer.CurrentSize = 1 << 20;
        footer.DiskType = VhdDiskType.Fixed;
        footer.DataOffset = VhdFooter.DataOffsetNull;
        footer.Geometry = new DiskGeometry { Cylinders = 30, Heads = 4, SectorsPerTrack = 17 };
        footer.EditReserved()[0] = 1;
        footer.Seal();

        var read = VhdFooter.Read(bytes);

        SameBytes("conectix"u8, bytes.AsSpan(0, 8));
        Assert.Equal(1UL << 20, read.CurrentSize);
        Assert.Null(read.DataOffsetOrNull);
        Assert.Equal(1, read.Reserved[0]);
        Assert.Equal("30 × 4 × 17", read.Geometry.ToString());
    }
}
