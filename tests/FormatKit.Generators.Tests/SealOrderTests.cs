using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>Each constant decides about the one before it.</summary>
[BinaryLayout(6, ByteOrder.BigEndian)]
internal partial struct Chained
{
    [When(nameof(IsLast)), Constant(5)] public partial byte Asked { readonly get; set; }
    [When(nameof(Second), 2), Constant(3)] public partial byte Third { readonly get; set; }
    [When(nameof(Low), 1), Constant(2)] public partial byte Second { readonly get; set; }
    [Constant(0x11)] public partial byte First { readonly get; set; }
    [Bits(nameof(First), 0, 4)] public partial byte Low { readonly get; set; }
    [When(nameof(Third), 3), Constant(4)] public partial byte Fourth { readonly get; set; }
    [When(nameof(Fourth), 4), Checksum<Sum8>] public partial byte Sum { readonly get; set; }

    public readonly bool IsLast => Fourth == 4;
}

public sealed class SealOrderTests
{
    [Fact]
    public void Sealing_once_fills_a_chain_of_constants()
    {
        var value = default(Chained);

        value.Seal();

        SameBytes([5, 3, 2, 0x11, 4, 5 + 3 + 2 + 0x11 + 4], Layout.BytesOf(in value));
    }

    [Fact]
    public void Sealing_twice_changes_nothing()
    {
        var random = new Random(1);
        for (var round = 0; round < 1000; round++)
        {
            var bytes = new byte[6];
            random.NextBytes(bytes);
            ref var value = ref Chained.Edit(bytes);
            value.Seal();
            byte[] once = [.. bytes];

            value.Seal();

            SameBytes(once, bytes);
            Assert.True(Layout.IsValid(in value));
        }
    }

    [Theory]
    [InlineData("""
        [When(nameof(B), 1), Constant(1)] public partial byte A { readonly get; set; }
        [When(⟦nameof(A)⟧, 1), Constant(1)] public partial byte B { readonly get; set; }
        """, "'B' is filled only when 'A' says so, and 'A' is filled only when 'B' is; let another field decide")]
    [InlineData("""
        [When(⟦nameof(B)⟧, 1), Constant(1)] public partial byte A { readonly get; set; }
        [Checksum<TwosComplementByteSum8>] public partial byte B { readonly get; set; }
        """, "'A' is filled only when 'B' says so, and 'B' is a checksum, which is filled when all else is; "
            + "let another field decide")]
    public void What_has_no_order_is_refused(string fields, string words) =>
        Assert.Equal(words, DiagnoseField("FK0088", fields, size: 2));

    [Fact]
    public void A_longer_circle_is_refused_too() => DiagnoseField("FK0088", size: 3, markedField: """
        [When(nameof(B), 1), Constant(1)] public partial byte A { readonly get; set; }
        [When(nameof(C), 1), Constant(1)] public partial byte B { readonly get; set; }
        [When(⟦nameof(A)⟧, 1), Constant(1)] public partial byte C { readonly get; set; }
        """);

    [Fact]
    public void Checksums_that_decide_about_each_other_are_refused() => DiagnoseField(
        "FK0074", size: 9, markedField: """
            public partial byte Value { readonly get; set; }
            [When(nameof(B)), ⟦Checksum<Crc32>(Over = ["Value"])⟧] public partial uint A { readonly get; set; }
            [When(nameof(A)), Checksum<Crc32>(Over = ["Value"])] public partial uint B { readonly get; set; }
            """);
}
