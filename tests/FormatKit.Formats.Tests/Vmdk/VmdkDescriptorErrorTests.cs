using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkDescriptorErrorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\0# Disk DescriptorFile\n")]
    [InlineData("version=1\n# Disk DescriptorFile\n")]
    [InlineData("# A comment\n# Disk DescriptorFile\n")]
    [InlineData("KDMV")]
    public void Without_its_first_line_it_is_no_descriptor(string text)
    {
        var broken = Assert.Throws<VmdkDescriptorException>(() => DescriptorPicture.Parse(text));

        Assert.Equal(("descriptor", "'# Disk DescriptorFile'"), (broken.Key, broken.Expected));
    }

    [Theory]
    [InlineData("CID=", "CID", "")]
    [InlineData("CID=0x12345678", "CID", "0x12345678")]
    [InlineData("CID=123456789", "CID", "123456789")]
    [InlineData("CID=12 34", "CID", "12 34")]
    [InlineData("CID=-1", "CID", "-1")]
    [InlineData("parentCID=none", "parentCID", "none")]
    [InlineData("RW 1 FLOPPY \"a\"", "extent type", "FLOPPY")]
    [InlineData("WO 1 FLAT \"a\" 0", "extent access", "WO")]
    [InlineData("RW -1 FLAT \"a\" 0", "extent size", "-1")]
    [InlineData("RW 0x10 FLAT \"a\" 0", "extent size", "0x10")]
    [InlineData("RW 18014398509481984 FLAT \"a\" 0", "extent size", "18014398509481984")]
    [InlineData("RW 99999999999999999999 FLAT \"a\" 0", "extent size", "99999999999999999999")]
    [InlineData("RW 1 FLAT \"a\" b", "extent offset", "b")]
    [InlineData("RW 1 FLAT \"a\" 18014398509481984", "extent offset", "18014398509481984")]
    [InlineData("RW 1", "extent", "RW 1")]
    [InlineData("RW 1 FLAT", "extent", "RW 1 FLAT")]
    [InlineData("RW 1 FLAT \"a", "extent", "\"a")]
    [InlineData("RW 1 FLAT \"a\" 0 b c d", "extent", "RW 1 FLAT \"a\" 0 b c d")]
    [InlineData("RW", "extent", "RW")]
    [InlineData("not understood", "extent access", "not")]
    [InlineData("=1", "extent access", "=1")]
    public void An_error_names_line_place_and_what_was_found(string line, string key, string found)
    {
        var broken = DescriptorPicture.Broken("version=1", line);

        Assert.Equal((3, 32, key, found), (broken.Line, broken.Position, broken.Key, broken.Found));
    }

    [Fact]
    public void The_message_is_one_clause() =>
        Assert.Equal(
            "descriptor line 2: extent access: found 'WO', expected one of RW, RDONLY, NOACCESS",
            DescriptorPicture.Broken("WO 1 FLAT \"a\" 0").Message);

    [Fact]
    public void A_message_quotes_no_more_than_can_be_read_and_no_escapes()
    {
        var broken = DescriptorPicture.Broken("CID=\e[2J" + new string('1', 5000));

        Assert.True(broken.Message.Length < 200);
        Assert.DoesNotContain('\e', broken.Message);
    }

    [Fact]
    public void An_unknown_encoding_is_named()
    {
        var broken = DescriptorPicture.Broken("encoding=\"klingon\"");

        Assert.Equal(("encoding", "klingon", 2), (broken.Key, broken.Found, broken.Line));
    }

    [Fact]
    public void Extents_whose_bytes_do_not_fit_together_are_refused()
    {
        var broken = DescriptorPicture.Broken(
            $"RW {long.MaxValue / 512} ZERO", "RW 0 ZERO", "RW 1 ZERO");

        Assert.Equal(("extent size", 4), (broken.Key, broken.Line));
    }

    [Fact]
    public void A_line_of_64_KiB_is_read() =>
        Assert.Equal(65_534, DescriptorPicture.Of("a=" + new string('1', 65_534))["a"]?.Length);

    [Fact]
    public void A_longer_line_is_refused()
    {
        var broken = DescriptorPicture.Broken("a=" + new string('1', 65_535));

        Assert.Equal(("line", 2, 22), (broken.Key, broken.Line, broken.Position));
    }

    [Fact]
    public void As_many_extents_as_allowed_are_read() =>
        Assert.Equal(
            VmdkDescriptor.MaxExtents,
            DescriptorPicture.Of([.. Enumerable.Repeat("RW 1 ZERO", VmdkDescriptor.MaxExtents)]).Extents.Count);

    [Fact]
    public void One_extent_more_is_refused()
    {
        var broken = DescriptorPicture.Broken([.. Enumerable.Repeat("RW 1 ZERO", VmdkDescriptor.MaxExtents + 1)]);

        Assert.Equal(VmdkDescriptor.MaxExtents + 2, broken.Line);
    }
}
