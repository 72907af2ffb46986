using FormatKit.Generators.Tests.Declarations;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class ReservedTests
{
    [Fact]
    public void Reserved_bytes_survive_sealing_and_copying()
    {
        var footer = default(VhdFooter);
        footer.EditReserved()[0] = 1; // where tapdisk keeps "hidden"

        footer.Seal();
        var copy = footer;

        Assert.Equal(1, Layout.BytesOf(in copy)[85]);
        Assert.Equal(427, copy.Reserved.Length);
    }

    [Fact]
    public void Reserved_bytes_are_not_in_the_words() =>
        Assert.DoesNotContain("Reserved =", default(VhdFooter).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_length_out_of_range_is_refused() => DiagnoseField(
        "FK0016", "[Reserved(⟦0⟧)] public readonly partial ReadOnlySpan<byte> Value { get; }");

    [Fact]
    public void Bytes_are_reserved_or_not() => DiagnoseField(
        "FK0015", "[Reserved(4), ⟦Bytes(4)⟧] public readonly partial ReadOnlySpan<byte> Value { get; }");

    [Fact]
    public void An_integer_is_not_reserved() => DiagnoseField(
        "FK0014", "[⟦Reserved(4)⟧] public partial uint Value { readonly get; set; }");
}
