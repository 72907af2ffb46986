using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct Flagged
{
    public partial byte Flags { readonly get; set; }
    [WhenFlag(nameof(Flags), 0x80), Constant(1)] public partial byte Upper { readonly get; set; }
    [WhenFlag(nameof(Flags), 3), Constant(2)] public partial byte Both { readonly get; set; }
    public partial byte Size { readonly get; set; }

    [Rule("the size is even"), WhenFlag(nameof(Flags), 4)]
    private static bool IsEven(in Flagged value) => value.Size % 2 == 0;
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FlaggedChunk
{
    public Traits Traits { get; set; }
    [WhenFlag(nameof(Traits), Traits.Last)] public byte? Value { get; set; }
}

public sealed class WhenFlagTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(0x7F, "Both Flags")]
    [InlineData(0x80, "Upper")]
    [InlineData(1, "")]
    [InlineData(2, "")]
    [InlineData(3, "Both")]
    [InlineData(4, "Flags")]
    public void A_rule_counts_while_all_of_its_bits_are_set(byte flags, string broken)
    {
        var value = new Flagged { Flags = flags, Size = 1 };

        Assert.Equal(broken, string.Join(' ', Layout.Validate(in value).Select(violation => violation.Path)));
    }

    [Fact]
    public void Sealing_writes_a_constant_while_all_of_its_bits_are_set()
    {
        var value = new Flagged { Flags = 0x82 };

        value.Seal();

        Assert.Equal((1, 0), (value.Upper, value.Both));
    }

    [Fact]
    public void A_record_has_the_field_while_all_of_its_bits_are_set()
    {
        var with = new FlaggedChunk { Traits = Traits.Last, Value = 9 }.ToBytes();

        Assert.Equal(9, with[^1]);
        Assert.Equal<byte?>(9, FlaggedChunk.Read(with).Value);
        Assert.Equal(with.Length - 1, new FlaggedChunk().ToBytes().Length);
    }

    [Theory]
    [InlineData("FK0056", "[WhenFlag(⟦nameof(Truth)⟧, 1)]")]
    [InlineData("FK0056", "[WhenFlag(⟦nameof(Signed)⟧, 1)]")]
    [InlineData("FK0057", "[WhenFlag(nameof(Number), ⟦256⟧)]")]
    [InlineData("FK0057", "[WhenFlag(nameof(Number), ⟦0⟧)]")]
    public void Bits_are_some_that_an_unsigned_field_can_have(string id, string directive) =>
        DiagnoseField(id, $$"""
            public partial bool Truth { readonly get; set; }
            public partial sbyte Signed { readonly get; set; }
            public partial byte Number { readonly get; set; }
            {{directive}} public partial byte Value { readonly get; set; }
            """);
}
