using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class MagicTextLengthFixTests
{
    [Fact]
    public void A_short_magic_is_filled_up() => FixField<MagicTextLengthFix>(
        "Fill the magic up with zero bytes",
        """[Magic("FK")] public partial uint Value { readonly get; set; }""",
        """[Magic("FK\0\0")] public partial uint Value { readonly get; set; }""");

    [Theory]
    [InlineData("F", "byte", 1)]
    [InlineData("FK", "ushort", 2)]
    [InlineData("conectix", "ulong", 8)]
    public void The_field_gets_the_magics_length(string magic, string type, int size) => FixField<MagicTextLengthFix>(
        $"Change the type of the field to '{type}'",
        $$"""[Magic("{{magic}}")] public partial uint Value { readonly get; set; }""",
        $$"""[Magic("{{magic}}")] public partial {{type}} Value { readonly get; set; }""",
        size);

    [Fact]
    public void Bytes_get_the_magics_length() => FixField<MagicTextLengthFix>(
        "Change the length of the field to 3",
        """[Bytes(4), Magic("abc")] public readonly partial ReadOnlySpan<byte> Value { get; }""",
        """[Bytes(3), Magic("abc")] public readonly partial ReadOnlySpan<byte> Value { get; }""",
        3);
}
