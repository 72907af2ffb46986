using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class StructFormFixTests
{
    [Theory]
    [InlineData("Make it a plain struct", "public partial record struct Header", "public partial struct Header")]
    [InlineData("Remove 'ref'", "public ref partial struct Header", "public partial struct Header")]
    [InlineData("Remove 'readonly'", "public readonly partial struct Header", "public partial struct Header")]
    [InlineData("Make it internal", "file partial struct Header", "internal partial struct Header")]
    public void The_word_that_is_too_much_goes(string title, string before, string after) =>
        Fix<StructFormFix>(title, Declared(before), Declared(after));

    [Theory]
    [InlineData("public partial struct Header<T>")]
    [InlineData("public partial struct Header(int size)")]
    public void What_takes_a_decision_is_left_to_its_author(string declaration) =>
        Assert.Empty(Titles<StructFormFix>(Declared(declaration)));

    private static string Declared(string declaration) => $$"""
        [BinaryLayout(4, ByteOrder.BigEndian)]
        {{declaration}}
        {
            public partial uint Value { readonly get; set; }
        }
        """;
}
