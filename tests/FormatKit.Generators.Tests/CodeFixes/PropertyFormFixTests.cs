using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class PropertyFormFixTests
{
    [Theory]
    [InlineData("public partial uint Value { get; set; }")]
    [InlineData("public partial uint Value { set; }")]
    [InlineData("public partial uint Value { get; }")]
    [InlineData("public readonly partial uint Value { get; }")]
    [InlineData("public readonly partial uint Value { get; set; }")]
    [InlineData("public partial uint Value { readonly get; init; }")]
    [InlineData("public partial uint Value { get; init; }")]
    [InlineData("public required partial uint Value { readonly get; set; }")]
    [InlineData("public partial ref uint Value { get; }")]
    [InlineData("public partial ref readonly uint Value { get; }")]
    [InlineData("public uint Value { get; set; }")]
    [InlineData("public readonly uint Value { get; } = 5;")]
    public void A_value_is_read_without_a_copy_and_set(string before) => FixField<PropertyFormFix>(
        "Declare it as 'public partial uint Value { readonly get; set; }'",
        before,
        "public partial uint Value { readonly get; set; }");

    [Theory]
    [InlineData("[Offset(0)] public readonly uint Value => 0;")]
    [InlineData("[Offset(0)] public uint Value { readonly get => 0; set { } }")]
    public void A_body_goes(string before) => FixField<PropertyFormFix>(
        "Declare it as 'public partial uint Value { readonly get; set; }'",
        before,
        "[Offset(0)] public partial uint Value { readonly get; set; }");

    [Theory]
    [InlineData("[Bytes(4)] public partial ReadOnlySpan<byte> Value { get; }")]
    [InlineData("[Bytes(4)] public partial ReadOnlySpan<byte> Value { readonly get; }")]
    [InlineData("[Bytes(4)] public partial ReadOnlySpan<byte> Value { readonly get; set; }")]
    [InlineData("[Bytes(4)] public ReadOnlySpan<byte> Value => default;")]
    public void A_span_is_read_only(string before) => FixField<PropertyFormFix>(
        "Declare it as 'public readonly partial ReadOnlySpan<byte> Value { get; }'",
        before,
        "[Bytes(4)] public readonly partial ReadOnlySpan<byte> Value { get; }");

    [Fact]
    public void Comments_and_the_setters_accessibility_stay() => FixField<PropertyFormFix>(
        "Declare it as 'internal partial uint Value { readonly get; set; }'",
        "internal /* a */ partial uint Value { get; /* b */ private init; } // c",
        "internal /* a */ partial uint Value { readonly get; /* b */ private set; } // c");
}
