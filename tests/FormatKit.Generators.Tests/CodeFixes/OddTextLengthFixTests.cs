using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class OddTextLengthFixTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(4)]
    public void The_length_becomes_even(int even) => FixField<OddTextLengthFix>(
        $"Change the length to {even}",
        "[Text(5 /* bytes */, TextEncoding.Utf16BigEndian)] public partial string Value { readonly get; set; }",
        $"[Text({even} /* bytes */, TextEncoding.Utf16BigEndian)] public partial string Value {{ readonly get; set; }}",
        even);

    [Fact]
    public void It_does_not_become_zero() => Assert.Equal(["Change the length to 2"], Titles<OddTextLengthFix>(
        Layout("[Text(1, TextEncoding.Utf16BigEndian)] public partial string Value { readonly get; set; }")));
}
