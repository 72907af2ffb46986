using System.Text;
using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

/// <summary>Reading where a parent is, as the writers that there are say it.</summary>
public sealed class VhdParentNamesTests
{
    [Fact]
    public void Of_blktap_all_names_are_relative_and_the_same()
    {
        var names = new ParentNamesPicture()
            .With(0, "MacX", "file://./base.vhd"u8)
            .With(1, "W2ku", Utf16(@".\base.vhd"))
            .With(2, "W2ru", Utf16(@".\base.vhd"))
            .WithHeaderName("base.vhd").Read();

        var name = Assert.Single(names.Candidates);
        Assert.Equal(
            new VhdParentName("base.vhd", IsAbsolute: false, "parent locator 0 (MacX)", new HostOffset(2048)), name);
        Assert.Empty(names.Warnings);
    }

    [Fact]
    public void Of_Windows_the_relative_name_comes_before_the_absolute_one_although_its_slot_does_not()
    {
        var names = new ParentNamesPicture()
            .With(0, "W2ku", Utf16(@"C:\Projects\test data\fat-parent.vhd"), space: 4096)
            .With(1, "W2ru", Utf16(@".\fat-parent.vhd"), space: 65536)
            .WithHeaderName(@"C:\Projects\test data\fat-parent.vhd").Read();

        Assert.Equal(["fat-parent.vhd", "=C:/Projects/test data/fat-parent.vhd"], Words(names));
    }

    [Fact]
    public void Of_VirtualBox_on_Linux_the_absolute_name_has_slashes()
    {
        var names = new ParentNamesPicture()
            .With(0, "W2ku", Utf16("/disks/base.vhd"), space: 1024)
            .With(1, "W2ru", Utf16("base.vhd"), space: 1024)
            .WithHeaderName("base.vhd").Read();

        Assert.Equal(["base.vhd", "=/disks/base.vhd"], Words(names));
    }

    /// <summary>Its relative name is the absolute one behind a dot, so only the file name is of use once the disks are
    /// moved.</summary>
    [Fact]
    public void Of_DiscUtils_on_Linux_the_file_name_beside_the_child_is_tried_last()
    {
        var names = new ParentNamesPicture()
            .With(7, "W2ku", Utf16("/tmp/diff/p.vhd"))
            .With(6, "W2ru", Utf16(@".\/tmp/diff/p.vhd"))
            .WithHeaderName("/tmp/diff/p.vhd").Read();

        Assert.Equal(["tmp/diff/p.vhd", "=/tmp/diff/p.vhd", "p.vhd"], Words(names));
        Assert.Equal("parent locator 7 (W2ku), its file name", names.Candidates[^1].Source);
    }

    [Fact]
    public void The_name_in_the_header_is_the_last_that_somebody_wrote()
    {
        var names = new ParentNamesPicture()
            .With(3, "W2ku", Utf16(@"\\server\share\a.vhd"))
            .WithHeaderName("b.vhd").Read();

        Assert.Equal(["=//server/share/a.vhd", "b.vhd", "a.vhd"], Words(names));
        Assert.Equal("the header's parent name", names.Candidates[1].Source);
        Assert.Equal(new HostOffset(512 + 64), names.Candidates[1].At);
    }

    [Theory]
    [InlineData("Wi2r")]
    [InlineData("Wi2k")]
    public void Deprecated_names_are_western_ANSI(string code)
    {
        var names = new ParentNamesPicture().With(0, code, [.. @".\gr"u8, 0xFC, .. "n.vhd"u8]).Read();

        Assert.Equal(["grün.vhd"], Words(names));
    }

    [Theory]
    [InlineData("file://./a.vhd", "a.vhd")]
    [InlineData("file://../up/a.vhd", "../up/a.vhd")]
    [InlineData("file://a.vhd", "a.vhd")]
    [InlineData("file:a.vhd", "a.vhd")]
    [InlineData("file:/abs/a.vhd", "=/abs/a.vhd")]
    [InlineData("file:///abs/a.vhd", "=/abs/a.vhd")]
    [InlineData("file://localhost/abs/a.vhd", "=/abs/a.vhd")]
    [InlineData("FILE://LOCALHOST/abs/a.vhd", "=/abs/a.vhd")]
    [InlineData("file:///C:/disks/a.vhd", "=C:/disks/a.vhd")]
    [InlineData("file:////server/share/a.vhd", "=//server/share/a.vhd")]
    [InlineData(@"file://.\sub\a.vhd", "sub/a.vhd")]
    [InlineData("file://./größe.vhd", "größe.vhd")]
    [InlineData("file://./50%.vhd", "50%.vhd")]
    public void A_URL_names_a_path(string url, string path)
    {
        var names = new ParentNamesPicture().With(0, "MacX", Encoding.UTF8.GetBytes(url)).Read();

        Assert.Equal(path, Words(names)[0]);
        Assert.Empty(names.Warnings);
    }

    /// <summary>blktap writes names into URLs as they are.</summary>
    [Theory]
    [InlineData("file://./my%20disk.vhd", "my disk.vhd", "my%20disk.vhd")]
    [InlineData("file://./gr%C3%B6%c3%9fe.vhd", "größe.vhd", "gr%C3%B6%c3%9fe.vhd")]
    [InlineData("file://./a%5Cb.vhd", @"a\b.vhd", "a%5Cb.vhd")]
    public void Escapes_in_a_URL_are_decoded_and_then_tried_as_they_stand(string url, string decoded, string literal)
    {
        var names = new ParentNamesPicture().With(0, "MacX", Encoding.UTF8.GetBytes(url)).Read();

        Assert.Equal([decoded, literal], Words(names));
    }

    [Theory]
    [InlineData("file://./%FF.vhd", "%FF.vhd")]
    [InlineData("file://./a%00.vhd", "a%00.vhd")]
    public void An_escape_that_no_name_has_stands_for_itself(string url, string literal) =>
        Assert.Equal([literal], Words(new ParentNamesPicture().With(0, "MacX", Encoding.UTF8.GetBytes(url)).Read()));

    [Theory]
    [InlineData(0x4D16_3258u, "MacXOfVirtualBox")]
    [InlineData(0x4D61_6358u, "MacX")]
    public void The_code_of_URLs_that_VirtualBox_has_wrong_is_one(uint code, string word)
    {
        var names = new ParentNamesPicture().With(4, code, "file://./a.vhd"u8).Read();

        Assert.Equal(["a.vhd"], Words(names));
        Assert.Equal($"parent locator 4 ({word})", names.Candidates[0].Source);
    }

    [Theory]
    [InlineData(@".\a.vhd", "a.vhd")]
    [InlineData(@"..\up\a.vhd", "../up/a.vhd")]
    [InlineData(@".\.\sub\\a.vhd", "sub/a.vhd")]
    [InlineData(@"C:\a.vhd", "=C:/a.vhd")]
    [InlineData("C:a.vhd", "a.vhd")]
    [InlineData(@"\rooted\a.vhd", "=/rooted/a.vhd")]
    [InlineData(@"\\?\C:\deep\a.vhd", "=C:/deep/a.vhd")]
    [InlineData(@"\\?\UNC\server\share\a.vhd", "=//server/share/a.vhd")]
    [InlineData("50%25.vhd", "50%25.vhd")]
    [InlineData("a.vhd\0\0", "a.vhd")]
    public void A_Windows_name_is_a_path_whatever_the_code_says(string name, string path)
    {
        foreach (var code in (ReadOnlySpan<string>)["W2ru", "W2ku"])
        {
            Assert.Equal(path, Words(new ParentNamesPicture().With(0, code, Utf16(name)).Read())[0]);
        }
    }

    [Theory]
    [InlineData(0u)]      // of a writer that does not fill it
    [InlineData(1u)]      // sectors: the specification, xapi, xen-orchestra
    [InlineData(511u)]
    [InlineData(512u)]    // bytes: blktap, VirtualBox, Windows
    [InlineData(65536u)]
    [InlineData(0xFFFF_FE00u)]
    public void The_space_for_a_name_may_be_sectors_or_bytes_and_never_lengthens_it(uint space) =>
        Assert.Equal(["a.vhd"], Words(new ParentNamesPicture().With(0, "W2ru", Utf16("a.vhd"), space).Read()));

    [Theory]
    [InlineData(0u, 0L)]
    [InlineData(3u, 1536L)]
    [InlineData(511u, 511L * 512)]
    [InlineData(512u, 512L)]
    [InlineData(513u, null)]
    [InlineData(1024u, 1024L)]
    [InlineData(uint.MaxValue, null)]
    public void Space_below_512_counts_sectors_and_from_there_on_bytes(uint space, long? bytes) =>
        Assert.Equal(bytes, VhdParentNames.SpaceOf(new VhdParentLocator { DataSpace = space }));

    private static byte[] Utf16(string text) => Encoding.Unicode.GetBytes(text);

    /// <summary>The paths, absolute ones with <c>=</c> before them.</summary>
    private static IReadOnlyList<string> Words(VhdParentNames names) =>
        [.. names.Candidates.Select(name => (name.IsAbsolute ? "=" : "") + name.Path)];
}
