using FormatKit.Generators.Tests.Declarations;
using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(10, ByteOrder.LittleEndian)]
internal partial struct ReservedBytes
{
    [Reserved(2)] public readonly partial ReadOnlySpan<byte> Kept { get; }
    [Reserved(4, ReservedPolicy.MustBeZero)] public readonly partial ReadOnlySpan<byte> Zero { get; }
    [Reserved(4, ReservedPolicy.ZeroOnWrite)] public readonly partial ReadOnlySpan<byte> Cleared { get; }
}

[BinaryLayout(4, ByteOrder.LittleEndian)]
internal partial struct ClearedOnly
{
    [Reserved(4, ReservedPolicy.ZeroOnWrite)] public readonly partial ReadOnlySpan<byte> Cleared { get; }
}

public sealed class ReservedTests
{
    [Fact]
    public void Sealing_clears_what_is_zero_on_writing_and_nothing_else()
    {
        var value = ReservedBytes.View([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        value.Seal();

        SameBytes([1, 2, 3, 4, 5, 6, 0, 0, 0, 0], Layout.BytesOf(in value));
    }

    [Fact]
    public void Sealing_clears_where_there_is_nothing_else_to_seal()
    {
        var value = ClearedOnly.View([1, 2, 3, 4]);

        value.Seal();

        Assert.Equal(default, value);
    }

    [Fact]
    public void The_first_byte_that_must_be_zero_and_is_not_is_reported()
    {
        ref readonly var value = ref ReservedBytes.View([1, 2, 0, 0, 5, 6, 7, 8, 9, 10]);

        var violation = Assert.Single(Layout.Validate(in value));

        Assert.Equal(
            "FKV010: ReservedBytes.Zero at byte 2: found 0x05 at byte 2 of it, expected all zero",
            violation.ToString());
        Assert.Equal((2u << 8) | 5u, violation.Found);
    }

    [Fact]
    public void The_table_says_the_policy() => Assert.Equal(
        [ReservedPolicy.Preserve, ReservedPolicy.MustBeZero, ReservedPolicy.ZeroOnWrite],
        Layout.InfoOf<ReservedBytes>().Fields.Select(field => field.ReservedPolicy));

    [Fact]
    public void A_policy_that_does_not_exist_is_refused() => DiagnoseField(
        "FK0026", "[Reserved(4, ⟦(ReservedPolicy)3⟧)] public readonly partial ReadOnlySpan<byte> Value { get; }");

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
