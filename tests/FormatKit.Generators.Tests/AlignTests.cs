using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class AlignTests
{
    [Fact]
    public void An_alignment_that_holds_says_nothing() => RunClean("""
        #pragma warning disable CS1591
        [BinaryLayout(16, ByteOrder.BigEndian)]
        public partial struct Header
        {
            [Align(8)] public partial byte First { readonly get; set; }
            [Reserved(7)] public readonly partial ReadOnlySpan<byte> Gap { get; }
            [Offset(8), Align(8)] public partial ulong Second { readonly get; set; }
        }
        """);

    [Fact]
    public void A_gap_is_told_with_its_cure()
    {
        var message = Diagnose("FK0049", """
            [BinaryLayout(9, ByteOrder.BigEndian)]
            public partial struct Header
            {
                public partial byte First { readonly get; set; }
                [Align(⟦4⟧)] public partial ulong Second { readonly get; set; }
            }
            """);

        Assert.Equal(
            "'Second' starts at offset 1, which is no multiple of 4: [Reserved(3)] before it would fill the gap",
            message);
    }

    [Fact]
    public void A_wrong_offset_is_told_before_an_alignment() => Diagnose("FK0086", """
        [BinaryLayout(9, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial byte First { readonly get; set; }
            [Offset(⟦8⟧), Align(8)] public partial ulong Second { readonly get; set; }
        }
        """);

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("-4")]
    [InlineData("int.MinValue")]
    public void An_alignment_is_a_power_of_two(string bytes)
    {
        var message = DiagnoseField("FK0026", $"[Align(⟦{bytes}⟧)] public partial uint Value {{ readonly get; set; }}");

        Assert.EndsWith(
            "is no value of [Align]; for 'Value' write a power of two, such as 4", message, StringComparison.Ordinal);
    }
}
