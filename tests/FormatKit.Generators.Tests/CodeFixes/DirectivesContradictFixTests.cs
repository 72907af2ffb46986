using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class DirectivesContradictFixTests
{
    private const string Field = "public partial uint Value { readonly get; set; }";

    [Fact]
    public void The_second_may_go() => FixField<DirectivesContradictFix>(
        "Remove [Constant]", "[Magic(\"abcd\"), Constant(1)] " + Field, "[Magic(\"abcd\")] " + Field);

    [Fact]
    public void The_first_may_go() => FixField<DirectivesContradictFix>(
        "Remove [Magic]", "[Magic(\"abcd\"), Constant(1)] " + Field, "[Constant(1)] " + Field);
}
