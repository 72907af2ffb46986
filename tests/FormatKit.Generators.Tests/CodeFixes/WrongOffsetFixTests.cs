using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class WrongOffsetFixTests
{
    private const string First = "public partial ushort First { readonly get; set; }";
    private const string Second = "public partial ushort Second { readonly get; set; } // behind the first";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_offset_becomes_where_the_field_is(int wrong) => FixField<WrongOffsetFix>(
        "Change the offset to 2",
        $"{First}\n    [Offset({wrong})] {Second}",
        $"{First}\n    [Offset(2)] {Second}");
}
