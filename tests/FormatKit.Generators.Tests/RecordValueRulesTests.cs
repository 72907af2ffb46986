namespace FormatKit.Generators.Tests;

[Flags]
internal enum Trait : byte
{
    Old = 1,
    Big = 2,
    Red = 16,
}

[BinaryRecord(ByteOrder.LittleEndian)]
internal sealed partial record Ruled
{
    [FlagPolicy(UnknownValues.Reject, Required = 1)] public Trait Traits { get; init; } = Trait.Old;
    [FlagPolicy(UnknownValues.Reject, Known = 0x8000_0000_0000_0001)] public ulong Bits { get; init; }
    [Range(-3, 5)] public sbyte Level { get; init; }
    [OneOf(1, 4, 8)] public ushort Depth { get; init; } = 1;
    [PowerOfTwo] public uint Size { get; init; } = 1;
    [Constant(7)] public byte Version { get; private init; }
}

/// <summary>The rules about values count in records as they do in layouts.</summary>
public sealed class RecordValueRulesTests
{
    [Fact]
    public void A_bit_that_is_not_known_is_reported() => Broken(
        new Ruled { Traits = (Trait)0x41 }, ViolationKind.UnknownFlags);

    [Fact]
    public void A_bit_that_must_be_set_is_missed() => Broken(
        new Ruled { Traits = Trait.Red }, ViolationKind.MissingFlags);

    [Fact]
    public void The_known_bits_reach_to_the_highest_one()
    {
        Assert.True(Records.Parse<Ruled>(new Ruled { Bits = 0x8000_0000_0000_0000 }.ToBytes()).IsValid);
        Assert.False(Records.Parse<Ruled>(new Ruled { Bits = 0x4000_0000_0000_0000 }.ToBytes()).IsValid);
    }

    [Theory]
    [InlineData(-3, true)]
    [InlineData(5, true)]
    [InlineData(-4, false)]
    [InlineData(6, false)]
    public void A_range_has_both_its_ends(sbyte level, bool isLegal) =>
        Assert.Equal(isLegal, Records.Parse<Ruled>(new Ruled { Level = level }.ToBytes()).IsValid);

    [Theory]
    [InlineData(4, true)]
    [InlineData(2, false)]
    public void One_of_a_few_values_is_demanded(ushort depth, bool isLegal) =>
        Assert.Equal(isLegal, Records.Parse<Ruled>(new Ruled { Depth = depth }.ToBytes()).IsValid);

    [Theory]
    [InlineData(0x8000_0000, true)]
    [InlineData(0, false)]
    [InlineData(3, false)]
    public void A_power_of_two_is_demanded(uint size, bool isLegal) =>
        Assert.Equal(isLegal, Records.Parse<Ruled>(new Ruled { Size = size }.ToBytes()).IsValid);

    [Fact]
    public void A_constant_is_written_and_demanded()
    {
        var bytes = new Ruled().ToBytes();
        Assert.Equal(7, bytes[^1]);

        bytes[^1] = 8;

        Assert.Equal(ViolationKind.Constant, Assert.Single(Records.Parse<Ruled>(bytes).Violations).Kind);
    }

    private static void Broken(Ruled value, ViolationKind kind)
    {
        var violation = Assert.Single(Records.Parse<Ruled>(value.ToBytes()).Violations);

        Assert.Equal((kind, 0L), (violation.Kind, violation.Offset));
    }
}
