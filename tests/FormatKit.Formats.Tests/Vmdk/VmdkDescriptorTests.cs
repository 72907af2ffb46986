using System.Text;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkDescriptorTests
{
    private static readonly string Meaning = DescriptorPicture.Parse(DescriptorPicture.Text).Meaning();

    [Fact]
    public void A_descriptor_says_what_stands_in_it() =>
        Assert.Equal(
            """
            ReadWrite 4192256 Sparse 'disk-s001.vmdk' at ?
            ReadOnly 63 Flat 'a disk.img' at 128
            09b005aa ffffffff False
            twoGbMaxExtentSparse from ''
            version=1
            isNativeSnapshot=no
            ddb.adapterType=ide
            ddb.uuid.parent=00000000-0000-0000-0000-000000000000
            """,
            Meaning);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData(" \t\n")]
    [InlineData("\n\n\n")]
    [InlineData("\n# a comment with CID=1 in it\n")]
    public void Lines_end_in_any_way(string end) =>
        AssertMeansTheSame(Text.Replace("\n", end, StringComparison.Ordinal));

    [Theory]
    [InlineData("\n\r\n \t\n# Disk DescriptorFile\n")]
    [InlineData("# disk descriptorfile\n")]
    [InlineData("#Disk DescriptorFile\n")]
    [InlineData("# Disk Descriptor File\n")]
    [InlineData("# Disk DescriptorFile (a copy)\n")]
    public void The_first_line_may_differ_in_blanks_and_case(string marker) =>
        AssertMeansTheSame(Text.Replace("# Disk DescriptorFile\n", marker, StringComparison.Ordinal));

    [Fact]
    public void Keys_and_words_are_in_any_case() =>
        AssertMeansTheSame(Text
            .Replace("CID=", "cid=", StringComparison.Ordinal)
            .Replace("createType", "CREATETYPE", StringComparison.Ordinal)
            .Replace("RW", "rw", StringComparison.Ordinal)
            .Replace("SPARSE", "Sparse", StringComparison.Ordinal)
            .Replace("ddb.uuid", "DDB.Uuid", StringComparison.Ordinal));

    [Theory]
    [InlineData("createType=\"vmfs\"", "vmfs")]
    [InlineData("createType=vmfs", "vmfs")]
    [InlineData("  createType \t =   \"vmfs\" ", "vmfs")]
    [InlineData("createType=\" vmfs \"", " vmfs ")]
    [InlineData("createType=", "")]
    [InlineData("createType=\"\"", "")]
    [InlineData("createType=\"vmfs", "\"vmfs")]
    [InlineData("createType=\"", "\"")]
    [InlineData("createType=a=b", "a=b")]
    [InlineData("createType=\"the \"big\" one\"", "the \"big\" one")]
    public void A_value_is_between_quotes_or_blanks(string line, string value) =>
        Assert.Equal(value, DescriptorPicture.Of(line).CreateType);

    [Fact]
    public void The_first_of_two_equal_keys_counts()
    {
        var descriptor = DescriptorPicture.Of("CID=00000001", "cid=00000002", "ddb.a=1", "DDB.A=2");

        Assert.Equal((1u, "1"), (descriptor.ContentId, descriptor["ddb.a"]));
    }

    [Fact]
    public void What_is_not_there_is_null()
    {
        var descriptor = DescriptorPicture.Of();

        Assert.Equal(
            (null, null, null, null, null, null, false),
            (descriptor.ContentId, descriptor.ContentIdDigits, descriptor.ParentContentId, descriptor.CreateType,
                descriptor.ParentFileName, descriptor["ddb.adapterType"], descriptor.HasParent));
    }

    [Fact]
    public void The_text_ends_at_a_NUL() =>
        AssertMeansTheSame(Text + "\0\0\0RW 1 FLAT \"other\" 0\n");

    [Fact]
    public void A_NUL_may_end_the_last_line() =>
        Assert.Equal("ide", DescriptorPicture.Of("ddb.adapterType=ide\0=")["ddb.adapterType"]);

    [Theory]
    [InlineData("CID=09b005aa", 26, 8)]
    [InlineData("  CID = \"9b005aa\" ", 31, 7)]
    [InlineData("cid=0", 26, 1)]
    public void The_digits_of_the_content_id_are_found(string line, int start, int length) =>
        Assert.Equal((start, length), DescriptorPicture.Of(line).ContentIdDigits);

    [Theory]
    [InlineData("CID=1", 0x1u)]
    [InlineData("CID=fffffffE", 0xFFFF_FFFEu)]
    [InlineData("CID=\"00c0ffee\"", 0x00C0_FFEEu)]
    public void A_content_id_is_hexadecimal(string line, uint id) =>
        Assert.Equal(id, DescriptorPicture.Of(line).ContentId);

    [Theory]
    [InlineData("parentCID=ffffffff", false)]
    [InlineData("parentCID=fffffffe", true)]
    [InlineData("parentFileNameHint=\"\"", false)]
    [InlineData("parentFileNameHint=\"base.vmdk\"", true)]
    [InlineData("ddb.uuid.parent=\"00000000-0000-0000-0000-000000000000\"", false)]
    [InlineData("ddb.uuid.parent=\"27db2227-5cc0-43f5-8bd3-ab0031ac0dda\"", true)]
    [InlineData("ddb.uuid.parent=\"\"", false)]
    [InlineData("ddb.uuid.image=\"27db2227-5cc0-43f5-8bd3-ab0031ac0dda\"", false)]
    public void A_child_names_its_parent_in_one_of_three_entries(string line, bool hasParent) =>
        Assert.Equal(hasParent, DescriptorPicture.Of(line).HasParent);

    private static string Text => DescriptorPicture.Text;

    private static void AssertMeansTheSame(string text) =>
        Assert.Equal(Meaning, VmdkDescriptor.Parse(Encoding.UTF8.GetBytes(text)).Meaning());
}
