using System.Text;
using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

public sealed class VhdParentNameWriterTests
{
    [Fact]
    public void Names_are_where_blktap_has_them_each_in_whole_sectors()
    {
        var header = default(VhdDynamicHeader);

        var bytes = VhdParentNameWriter.Write(ref header, new HostOffset(0xC00), "base.vhd", "/disks/base.vhd");

        Assert.Equal(
            TestBytes.Of(
                3 * 512,
                (0, TestBytes.Ascii("file://./base.vhd")),
                (512, Convert.ToHexString(Encoding.Unicode.GetBytes(@"\disks\base.vhd"))),
                (1024, Convert.ToHexString(Encoding.Unicode.GetBytes(@".\base.vhd")))),
            bytes);
        Assert.Equal(bytes.Length, VhdParentNameWriter.LengthOf("base.vhd", "/disks/base.vhd"));
        Assert.Equal(
            TestBytes.Of(
                1024,
                (64, "0062 0061 0073 0065 002E 0076 0068 0064"),
                (576, "4D616358 00000200 00000011 00000000 00000000 00000C00"),      // MacX
                (600, "57326B75 00000200 0000001E 00000000 00000000 00000E00"),      // W2ku
                (624, "57327275 00000200 00000014 00000000 00000000 00001000")),     // W2ru
            Layout.BytesOf(ref header).ToArray());
    }

    [Fact]
    public void Without_an_absolute_path_they_are_byte_for_byte_those_of_blktap()
    {
        var header = default(VhdDynamicHeader);

        var bytes = VhdParentNameWriter.Write(ref header, new HostOffset(0xC00), "base.vhd", absolute: null);

        Assert.Equal(Encoding.Unicode.GetBytes(@".\base.vhd"), bytes[512..532]);
        Assert.Equal(bytes[512..1024], bytes[1024..]);
        Assert.Equal(VhdParentLocatorCode.W2ku, header.ParentLocators[1].PlatformCode);
        Assert.Equal(VhdParentLocatorCode.W2ru, header.ParentLocators[2].PlatformCode);
    }

    [Theory]
    [InlineData("base.vhd", "file://./base.vhd", @".\base.vhd")]
    [InlineData("./base.vhd", "file://./base.vhd", @".\base.vhd")]
    [InlineData("../up/base.vhd", "file://./../up/base.vhd", @".\..\up\base.vhd")]
    [InlineData("my disk.vhd", "file://./my%20disk.vhd", @".\my disk.vhd")]
    [InlineData("50%.vhd", "file://./50%25.vhd", @".\50%.vhd")]
    [InlineData("größe.vhd", "file://./gr%C3%B6%C3%9Fe.vhd", @".\größe.vhd")]
    [InlineData("a#b?.vhd", "file://./a%23b%3F.vhd", @".\a#b?.vhd")]
    public void A_relative_path_has_a_URL_and_a_Windows_name(string path, string url, string windows)
    {
        var names = Written(path, absolute: null);

        Assert.Equal(url, Encoding.ASCII.GetString(names[0]!));
        Assert.Equal(windows, Encoding.Unicode.GetString(names[2]!));
    }

    [Theory]
    [InlineData("/disks/base.vhd", "file:///disks/base.vhd", @"\disks\base.vhd")]
    [InlineData("C:/disks/base.vhd", "file:///C:/disks/base.vhd", @"C:\disks\base.vhd")]
    [InlineData("//server/share/base.vhd", "file:////server/share/base.vhd", @"\\server\share\base.vhd")]
    public void Where_no_relative_path_leads_the_absolute_one_is_all_there_is(string path, string url, string windows)
    {
        var names = Written(relative: null, path);

        Assert.Equal(url, Encoding.ASCII.GetString(names[0]!));
        Assert.Equal(windows, Encoding.Unicode.GetString(names[1]!));
        Assert.Null(names[2]);
    }

    [Theory]
    [InlineData("base.vhd", "/disks/base.vhd")]
    [InlineData("../up/größe 50%.vhd", "/up/größe 50%.vhd")]
    [InlineData("base.vhd", "C:/disks/base.vhd")]
    [InlineData("base.vhd", null)]
    [InlineData(null, "//server/share/base.vhd")]
    public void What_is_written_is_the_first_that_is_read(string? relative, string? absolute)
    {
        var header = default(VhdDynamicHeader);
        var bytes = VhdParentNameWriter.Write(ref header, default, relative, absolute);

        var names = VhdParentNames.Read(new ByteArraySource(bytes), header, default);

        Assert.Equal(relative ?? absolute, names.Candidates[0].Path);
        Assert.Equal(absolute, names.Candidates.FirstOrDefault(name => name.IsAbsolute)?.Path);
        Assert.Empty(names.Warnings);
    }

    [Fact]
    public void A_file_name_with_a_backslash_is_said_in_the_URL_only()
    {
        var names = Written(@"a\b.vhd", @"/disks/a\b.vhd");

        Assert.Equal("file://./a%5Cb.vhd", Encoding.ASCII.GetString(names[0]!));
        Assert.Null(names[1]);
        Assert.Null(names[2]);
    }

    [Fact]
    public void Names_of_an_earlier_parent_are_gone()
    {
        var header = default(VhdDynamicHeader);
        header.EditParentLocators()[7].PlatformCode = VhdParentLocatorCode.W2ru;
        header.ParentName = "a much longer name.vhd";

        VhdParentNameWriter.Write(ref header, default, "b.vhd", absolute: null);

        Assert.Equal("b.vhd", header.ParentName);
        Assert.Equal(default, header.ParentLocators[7]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("/abs/a.vhd", null)]
    [InlineData(null, "rel/a.vhd")]
    [InlineData("", null)]
    [InlineData("..", null)]
    [InlineData("sub/", "/")]
    public void What_is_no_path_of_a_file_is_refused(string? relative, string? absolute)
    {
        var header = default(VhdDynamicHeader);

        Assert.Throws<ArgumentException>(
            () => VhdParentNameWriter.Write(ref header, default, relative, absolute));
        Assert.Equal(default, header);
    }

    [Fact]
    public void A_file_name_that_the_header_has_no_room_for_is_refused()
    {
        var header = default(VhdDynamicHeader);

        Assert.Throws<ArgumentException>(
            () => VhdParentNameWriter.Write(ref header, default, new string('n', 257), absolute: null));
        Assert.Equal(default, header);
    }

    [Fact]
    public void A_path_longer_than_readers_take_is_refused() =>
        Assert.Throws<ArgumentException>(
            () => VhdParentNameWriter.LengthOf(string.Join('/', Enumerable.Repeat("folder", 6000)), absolute: null));

    /// <summary>The names of slots 0 to 2.</summary>
    private static byte[]?[] Written(string? relative, string? absolute)
    {
        var header = default(VhdDynamicHeader);
        var bytes = VhdParentNameWriter.Write(ref header, default, relative, absolute);
        return [.. header.ParentLocators[..3].ToArray().Select(locator => locator.PlatformCode == 0
            ? null
            : bytes.AsSpan((int)locator.DataOffset, (int)locator.DataLength).ToArray())];
    }
}
