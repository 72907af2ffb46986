using FormatKit.Generators.Tests.Declarations;

namespace FormatKit.Generators.Tests;

public sealed class EqualityTests
{
    [Fact]
    public void Layouts_are_equal_when_all_bytes_are()
    {
        var left = default(VhdFooter);
        left.Seal();
        var right = left;

        Assert.True(left == right && left.Equals(right) && left.Equals((object)right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void A_reserved_byte_makes_a_difference()
    {
        var left = default(VhdFooter);
        var right = left;
        right.EditReserved()[426] = 1;

        Assert.True(left != right && !left.Equals(right) && !left.Equals((object)right));
        Assert.False(left.Equals("something else"));
    }

    [Fact]
    public void Words_show_every_field_on_one_line()
    {
        var footer = new VhdFooter
        {
            Features = VhdFeatures.Reserved,
            DataOffset = VhdFooter.DataOffsetNull,
            CreatorHost = FourCC.Of("Wi2k"),
            CurrentSize = 3UL << 30,
            Geometry = new DiskGeometry { Cylinders = 6241, Heads = 16, SectorsPerTrack = 63 },
            DiskType = VhdDiskType.Dynamic,
        };

        var words = footer.ToString();

        Assert.StartsWith("VhdFooter { Cookie = \"\\0\\0", words, StringComparison.Ordinal);
        Assert.Contains("Features = Reserved (0x00000002), ", words, StringComparison.Ordinal);
        Assert.Contains("DataOffset = none (0xffffffffffffffff), ", words, StringComparison.Ordinal);
        Assert.Contains("CreatedAt = 2000-01-01 00:00:00Z, ", words, StringComparison.Ordinal);
        Assert.Contains("CreatorHost = \"Wi2k\", ", words, StringComparison.Ordinal);
        Assert.Contains("CurrentSize = 3221225472 bytes (3 GiB), ", words, StringComparison.Ordinal);
        Assert.Contains("Geometry = 6241 × 16 × 63, ", words, StringComparison.Ordinal);
        Assert.Contains("DiskType = Dynamic (3), ", words, StringComparison.Ordinal);
        Assert.EndsWith("SavedState = 0 }", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_words_are_kept()
    {
        Assert.Equal("1 × 2 × 3", new DiskGeometry { Cylinders = 1, Heads = 2, SectorsPerTrack = 3 }.ToString());
        Assert.True(Layout.InfoOf<DiskGeometry>().HasWords);
        Assert.False(Layout.InfoOf<VhdFooter>().HasWords);
    }
}
