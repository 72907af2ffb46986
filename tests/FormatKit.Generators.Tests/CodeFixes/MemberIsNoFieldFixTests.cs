using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class MemberIsNoFieldFixTests
{
    [Theory]
    [InlineData("public uint Value; // counts", "public partial uint Value { readonly get; set; } // counts")]
    [InlineData("private readonly uint value;", "private partial uint value { readonly get; set; }")]
    [InlineData("[Offset(0)] public uint Value;", "[Offset(0)] public partial uint Value { readonly get; set; }")]
    public void A_field_of_csharp_becomes_one_of_the_layout(string before, string after) =>
        FixField<MemberIsNoFieldFix>("Make it a partial property", before, after);

    [Fact]
    public void A_member_that_is_no_field_is_left_to_its_author() => Assert.Empty(Titles<MemberIsNoFieldFix>(
        Layout("public partial uint Value { readonly get; set; } public void Slice() { }")));
}
