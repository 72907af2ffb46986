using FormatKit.Formats.Vhd;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Testing.Tests;

public sealed class ArbitrariesTests
{
    [Fact]
    public void Valid_layouts_have_no_violation()
    {
        Law.ForAll("valid footers", Arbitraries.Valid<VhdFooter>(), footer => Assert.Empty(Layout.Validate(footer)));
        Law.ForAll("valid headers", Arbitraries.Valid<Vmdk4Header>(), header => Assert.Empty(Layout.Validate(header)));
    }

    [Fact]
    public void Failures_are_shrunk_to_the_bytes_that_matter()
    {
        var broken = Assert.Throws<LawException>(() => Law.ForAll(
            "byte 5 is even", Arbitraries.Bytes(64), bytes => Assert.True(bytes[5] % 2 == 0)));

        Assert.Matches("example: 64 bytes, at 5 [0-9a-f]{2}, zeros elsewhere", broken.Message);
    }
}
