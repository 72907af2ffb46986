using System.Text;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

public sealed class VmdkDescriptorEncodingTests
{
    private const string Text = "# Disk DescriptorFile\nCID=0009b5aa\r\nRW 63 FLAT \"größe.img\" 7\n";

    public static TheoryData<Encoding> Marked =>
        [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)];

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_byte_order_mark_says_how_to_read(Encoding encoding)
    {
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text + "\0\0"), 0];

        var extent = Assert.Single(VmdkDescriptor.Parse(bytes).Extents);

        Assert.Equal(("größe.img", 3), (extent.FileName, extent.Line));
    }

    [Theory]
    [MemberData(nameof(Marked))]
    public void The_digits_are_found_in_any_encoding(Encoding encoding)
    {
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
        var descriptor = VmdkDescriptor.Parse(bytes);
        var (start, length) = descriptor.ContentIdDigits!.Value;

        Assert.Equal("0009b5aa", descriptor.Encoding.GetString(bytes, start, length));
    }

    [Theory]
    [InlineData("windows-1252", 1252, "größe")]
    [InlineData("windows-1251", 1251, "диск")]
    [InlineData("Shift_JIS", 932, "表ソ能")]    // in bytes, each ends with a backslash
    [InlineData("windows-932", 932, "表ソ能")]
    [InlineData("GBK", 936, "磁盘")]
    [InlineData("windows-936-2000", 936, "磁盘")]
    [InlineData("ms936", 936, "磁盘")]
    [InlineData("GB18030", 54936, "磁盘㐀")]
    [InlineData("Big5", 950, "磁碟")]
    [InlineData("EUC-KR", 949, "디스크")]
    [InlineData("cp1250", 1250, "dysk-ąę")]
    [InlineData("ISO-8859-1", 28591, "größe")]
    [InlineData("UTF-8", 65001, "磁盘")]
    [InlineData("utf8", 65001, "磁盘")]
    public void The_encoding_is_the_one_that_is_named(string word, int codePage, string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var bytes = encoding.GetBytes(
            $"# Disk DescriptorFile\nRW 1 FLAT \"{name}\" 0\nparentFileNameHint=\"{name}\"\nEncoding = \"{word}\"\n");

        var descriptor = VmdkDescriptor.Parse(bytes);

        Assert.Equal((name, name), (descriptor.Extents[0].FileName, descriptor.ParentFileName));
    }

    [Theory]
    [InlineData("UTF-16")]
    [InlineData("UTF-32")]
    [InlineData("UTF-7")]
    [InlineData("IBM037")]
    [InlineData("windows-")]
    [InlineData("windows-0")]
    [InlineData("windows-99999")]
    [InlineData("")]
    public void An_encoding_that_does_not_extend_ASCII_is_refused(string word) =>
        Assert.Equal(word, DescriptorPicture.Broken($"encoding=\"{word}\"").Found);

    [Fact]
    public void A_byte_order_mark_says_more_than_a_name() =>
        Assert.Equal("ö", DescriptorPicture.Parse("\uFEFF# Disk DescriptorFile\nencoding=klingon\na=ö\n")["a"]);

    [Fact]
    public void A_comment_names_no_encoding() =>
        Assert.Equal(Encoding.UTF8, DescriptorPicture.Of("# encoding=klingon", "#encoding=klingon").Encoding);

    [Fact]
    public void Nobody_writes_into_a_line_of_shifted_states()
    {
        var descriptor = DescriptorPicture.Of("encoding=iso-2022-jp", "\e(B\e(BCID=1234");

        Assert.Equal((0x1234u, null), (descriptor.ContentId, descriptor.ContentIdDigits));
    }

    [Fact]
    public void Bytes_that_are_no_text_spoil_their_own_characters_only()
    {
        byte[] bytes = [.. "# Disk DescriptorFile\na=x"u8, 0xE9, .. "y\nb=2\n"u8];
        var descriptor = VmdkDescriptor.Parse(bytes);

        Assert.Equal(("x\uFFFDy", "2"), (descriptor["a"], descriptor["b"]));
    }
}
