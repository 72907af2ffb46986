using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class BitsOverlapFixTests
{
    private const string Word = "public partial uint Word { readonly get; set; }\n"
        + "    [Bits(nameof(Word), 0, 4)] public partial byte First { readonly get; set; }\n    ";

    [Theory]
    [InlineData("2", "", "4")]
    [InlineData("29", ", Order = BitOrder.MostSignificantFirst", "0")]
    public void The_bits_start_where_none_are_named(string wrong, string order, string right) =>
        FixField<BitsOverlapFix>(
            $"Start at bit {right}",
            Word + $"[Bits(nameof(Word), {wrong}, 3{order})] public partial byte Second {{ readonly get; set; }}",
            Word + $"[Bits(nameof(Word), {right}, 3{order})] public partial byte Second {{ readonly get; set; }}");

    [Fact]
    public void Without_room_nothing_is_offered() => Assert.Empty(Titles<BitsOverlapFix>(Layout(
        Word + "[Bits(nameof(Word), 3, 29)] public partial uint Second { readonly get; set; }")));
}
