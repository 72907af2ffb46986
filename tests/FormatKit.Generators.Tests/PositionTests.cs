using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(16, ByteOrder.BigEndian)]
internal partial struct Extents
{
    [Position(Unit.Blocks, Length = nameof(Count)), NullValue(0)] public partial ulong First { readonly get; set; }
    [Measure(Unit.Blocks)] public partial uint Count { readonly get; set; }
    [Position(Unit.Bytes, Length = nameof(Count))] public partial uint Log { readonly get; set; }
}

public sealed class PositionTests
{
    [Fact]
    public void A_position_and_its_unit_stand_in_the_table()
    {
        var next = Layout.InfoOf<Pointers>().Fields[0];

        Assert.Equal((FieldRole.Position, Unit.Sectors, 0xFFFFFFFF), (next.Role, next.Unit, next.NullValue!.Value));
    }

    [Fact]
    public void A_constant_may_be_a_position()
    {
        var table = Layout.InfoOf<Constants>().Fields[3];

        Assert.Equal((FieldRole.Constant, Unit.Bytes), (table.Role, table.Unit));
    }

    [Theory]
    [InlineData("[⟦Position(Unit.Bytes)⟧] public partial FourCC Value { readonly get; set; }")]
    [InlineData("[⟦Position(Unit.Bytes)⟧] public partial int Value { readonly get; set; }")]
    public void Only_an_unsigned_integer_is_a_position(string field) => DiagnoseField("FK0014", field);

    [Fact]
    public void A_unit_without_a_name_is_refused() => DiagnoseField(
        "FK0026", "[Position(⟦(Unit)99⟧)] public partial uint Value { readonly get; set; }");

    [Fact]
    public void A_position_in_bytes_is_null_where_it_means_none()
    {
        var value = new Pointers { Next = 3 };

        Assert.Equal(3UL * 512, value.NextBytes);
        value.Next = Pointers.NextNull;
        Assert.Null(value.NextBytes);
    }

    [Fact]
    public void More_bytes_than_can_be_counted_are_an_error_and_never_a_small_number()
    {
        var value = new Map { Table = 1UL << 55 };

        var error = Assert.Throws<OverflowException>(() => value.TableBytes);

        Assert.StartsWith("Table is 36028797018963968", error.Message, StringComparison.Ordinal);
        Assert.Equal(ulong.MaxValue - 511, (value with { Table = (1UL << 55) - 1 }).TableBytes);
    }

    [Fact]
    public void The_length_stands_in_the_table() =>
        Assert.Equal("TableSize", Layout.InfoOf<Map>().Fields[0].LengthField);

    [Fact]
    public void A_length_that_is_not_there_is_refused() => DiagnoseField(
        "FK0055", "[Position(Unit.Bytes, Length = ⟦\"Size\"⟧)] public partial uint Value { readonly get; set; }");

    [Fact]
    public void A_length_that_does_not_say_what_it_counts_is_refused() => DiagnoseField("FK0058", """
        [Position(Unit.Bytes, Length = ⟦nameof(Size)⟧)] public partial ushort Value { readonly get; set; }
        public partial ushort Size { readonly get; set; }
        """);

    [Theory]
    [InlineData("Position")]
    [InlineData("Measure")]
    public void The_name_of_its_bytes_must_be_free(string directive) => DiagnoseField("FK0011", $$"""
        [{{directive}}(Unit.Bytes)] public partial uint Value { readonly get; set; }
        public static uint ⟦ValueBytes⟧() => 0;
        """);

    [Fact]
    public void In_blocks_the_caller_says_how_long_they_are()
    {
        var value = new Extents { First = 3, Count = 2 };

        Assert.Equal((3UL * 4096, 2UL * 512), (value.FirstBytes(4096)!.Value, value.CountBytes(512)));
        Assert.Null(default(Extents).FirstBytes(4096));
        Assert.Throws<ArgumentOutOfRangeException>(() => value.CountBytes(0));
        Assert.Throws<OverflowException>(() => new Extents { First = 1UL << 55 }.FirstBytes(512));
    }

    [Fact]
    public void Blocks_are_words_of_their_own()
    {
        var fields = Layout.InfoOf<Extents>().Fields;

        Assert.Equal(("block 3", "1 block", "2 blocks"), (fields[0].Describe(3), fields[1].Describe(1),
            fields[1].Describe(2)));
    }
}
