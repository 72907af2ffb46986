using System.Text;
using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

/// <summary>Parent locators that cannot be used: a reason each, and the others still count.</summary>
public sealed class HostileParentNamesTests
{
    private const uint W2ru = 0x5732_7275;
    private const int FileLength = ParentNamesPicture.NamesAt + (8 * ParentNamesPicture.NameStride);

    private static readonly uint[] Codes =
    [
        0, W2ru, 0x5732_6B75, 0x5769_3272, 0x5769_326B, 0x4D61_6358, 0x4D61_6320, 0x4D16_3220, 0x4D16_3258, 0xFFFF_FFFF,
    ];

    private static readonly uint[] Numbers =
        [0, 1, 2, 511, 512, 513, 1024, 0xFFFF, 0x1_0000, 0x1_0001, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FE00, 0xFFFF_FFFF];

    private static readonly ulong[] Offsets =
    [
        0, 1, 512, 2048, FileLength - 2, FileLength, FileLength + 1, long.MaxValue, 1UL << 63, ulong.MaxValue - 1,
        ulong.MaxValue,
    ];

    [Theory]
    [InlineData("Mac ", "its name is an alias, which only Mac OS can follow")]
    [InlineData("what", "no such code is known")]
    public void A_name_that_is_no_path_is_left_out(string code, string reason)
    {
        var names = new ParentNamesPicture().With(2, code, "0123"u8).With(5, "W2ru", Utf16("a.vhd")).Read();

        Assert.Equal("a.vhd", Assert.Single(names.Candidates).Path);
        Assert.EndsWith($" cannot be used: {reason}", Assert.Single(names.Warnings), StringComparison.Ordinal);
        Assert.StartsWith("parent locator 2 (", names.Warnings[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(512u, 0u, 2048ul, "its name is empty")]
    [InlineData(513u, 10u, 2048ul, "its space of 513 is neither a number of sectors nor of bytes in whole sectors")]
    [InlineData(512u, 65537u, 2048ul, "its name of 65537 bytes is longer than 65536")]
    [InlineData(512u, 10u, 10231ul, "its name of 10 bytes at byte 10231 is not inside the file of 10240 bytes")]
    [InlineData(512u, 10u, ulong.MaxValue, "its name of 10 bytes at byte 18446744073709551615 is not inside the "
        + "file of 10240 bytes")]
    public void A_locator_that_leads_nowhere_is_left_out(uint space, uint length, ulong offset, string reason)
    {
        var names = new ParentNamesPicture()
            .WithLocator(0, W2ru, space, length, offset).With(1, "W2ru", Utf16("a.vhd")).Read();

        Assert.Equal("a.vhd", Assert.Single(names.Candidates).Path);
        Assert.Equal([$"parent locator 0 (W2ru) cannot be used: {reason}"], names.Warnings);
    }

    [Theory]
    [InlineData("W2ru", "2E005C0061", "its name is no UTF-16")]         // half a character
    [InlineData("W2ru", "00D86100", "its name is no UTF-16")]           // half a surrogate pair
    [InlineData("W2ru", "6100000062006300", "its name is that of no file")]   // a NUL inside
    [InlineData("W2ru", "0000", "its name is that of no file")]
    [InlineData("W2ru", "2E005C00", "its name is that of no file")]     // .\
    [InlineData("W2ru", "2E002E00", "its name is that of no file")]     // ..
    [InlineData("MacX", "66696C653A2F2F2E2FFF", "its name is no UTF-8")]
    [InlineData("MacX", "66696C653A2F2F", "its name is that of no file")]     // file://
    [InlineData("MacX", "687474703A2F2F61", "its name is no URL that begins with 'file:'")] // http://a
    public void A_name_that_cannot_be_decoded_is_left_out(string code, string name, string reason)
    {
        var names = new ParentNamesPicture().With(0, code, Convert.FromHexString(name)).Read();

        Assert.Empty(names.Candidates);
        Assert.Equal([$"parent locator 0 ({code}) cannot be used: {reason}"], names.Warnings);
    }

    [Fact]
    public void Without_any_name_there_is_nothing_to_try_and_nothing_to_say()
    {
        var names = new ParentNamesPicture().Read();

        Assert.Empty(names.Candidates);
        Assert.Empty(names.Warnings);
    }

    [Fact]
    public void A_header_name_without_an_end_is_read()
    {
        var name = new string('n', 256);

        Assert.Equal(name, Assert.Single(new ParentNamesPicture().WithHeaderName(name).Read().Candidates).Path);
    }

    [Fact]
    public void A_header_name_that_is_no_UTF16_is_no_reason_to_fail()
    {
        var names = new ParentNamesPicture().WithHeaderName("\uD800").Read();

        Assert.True(names.Candidates.Count <= 1);
    }

    /// <summary>All combinations of extremes in one slot, each beside a good one.</summary>
    [Fact]
    public void No_locator_whatever_it_says_keeps_others_from_being_read()
    {
        foreach (var code in Codes)
        {
            foreach (var space in Numbers)
            {
                foreach (var length in Numbers)
                {
                    foreach (var offset in Offsets)
                    {
                        var names = new ParentNamesPicture()
                            .WithLocator(0, code, space, length, offset).With(7, "W2ru", Utf16("a.vhd")).Read();

                        Assert.Contains(names.Candidates, name => name.Path == "a.vhd");
                        Assert.True(names.Candidates.Count + names.Warnings.Count <= 5);
                    }
                }
            }
        }
    }

    private static byte[] Utf16(string text) => Encoding.Unicode.GetBytes(text);
}
