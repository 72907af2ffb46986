using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(5, ByteOrder.BigEndian)]
internal partial struct Blob
{
    public partial byte First { readonly get; set; }
    [Offset(1), Bytes(3)] public readonly partial ReadOnlySpan<byte> Nonce { get; }
    public partial byte Last { readonly get; set; }
}

public sealed class BytesTests
{
    [Fact]
    public void Bytes_are_seen_where_they_stand()
    {
        ref readonly var value = ref Blob.View([1, 2, 3, 4, 5]);

        SameBytes([2, 3, 4], value.Nonce);
    }

    [Fact]
    public void Bytes_are_edited_where_they_stand()
    {
        var value = default(Blob);

        value.EditNonce().Fill(7);

        SameBytes([0, 7, 7, 7, 0], Layout.BytesOf(in value));
    }

    [Fact]
    public void Bytes_need_a_directive() => DiagnoseField(
        "FK0013", "public readonly partial ReadOnlySpan<byte> ⟦Value⟧ { get; }");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1048577")]
    public void A_length_out_of_range_is_refused(string length) => DiagnoseField(
        "FK0016", $$"""[Bytes(⟦{{length}}⟧)] public readonly partial ReadOnlySpan<byte> Value { get; }""");

    [Fact]
    public void An_integer_is_not_raw() => DiagnoseField(
        "FK0014", "[⟦Bytes(4)⟧] public partial uint Value { readonly get; set; }");
}
