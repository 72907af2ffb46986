using FormatKit.Formats.Vhd;

namespace FormatKit.Cli.Tests;

public class DissectorTests
{
    [Fact]
    public void Array_elements_have_their_index_in_the_path_and_zero_ones_share_a_line()
    {
        var header = default(VhdDynamicHeader);
        header.EditParentLocators()[2].DataLength = 10;
        header.Seal();

        var paths = Dissector.Dissect(Layout.InfoOf<VhdDynamicHeader>(), Layout.BytesOf(ref header)).Fields
            .Where(field => field.Path.StartsWith("ParentLocators", StringComparison.Ordinal))
            .Select(field => $"{field.Path} = {field.Value}");

        Assert.Equal(
            [
                "ParentLocators[0..1] = all zero",
                "ParentLocators[2].PlatformCode = None (0)",
                "ParentLocators[2].DataSpace = 0",
                "ParentLocators[2].DataLength = 10 bytes",
                "ParentLocators[2].Reserved = all zero",
                "ParentLocators[2].DataOffset = byte 0; does not count, only with PlatformCode",
                "ParentLocators[3..7] = all zero",
            ],
            paths);
    }

    [Fact]
    public void A_text_cannot_reach_the_terminal()
    {
        var header = new VhdDynamicHeader { ParentName = "a\u001b[2Jb" };

        var name = Dissector.Dissect(Layout.InfoOf<VhdDynamicHeader>(), Layout.BytesOf(ref header)).Fields
            .Single(field => field.Path == "ParentName");

        Assert.Equal("\"a\\u001b[2Jb\"", name.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(66)]
    [InlineData(511)]
    public void Bytes_that_end_too_soon_are_shown_and_checked_as_far_as_they_go(int length)
    {
        var footer = default(VhdFooter); // no cookie: that rule is broken wherever it can be judged

        var dissection = Dissector.Dissect(Layout.InfoOf<VhdFooter>(), Layout.BytesOf(ref footer)[..length]);

        Assert.True(dissection.IsCutOff);
        Assert.Equal(length >= 8, dissection.Violations.Any(violation => violation.Kind == ViolationKind.Magic));
        Assert.DoesNotContain(dissection.Violations, violation => violation.Kind == ViolationKind.Checksum);
        Assert.All(
            dissection.Fields.Where(field => field.Offset >= length), field => Assert.Equal("missing", field.Value));
    }
}
