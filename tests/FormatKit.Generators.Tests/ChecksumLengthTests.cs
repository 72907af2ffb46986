using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>As in GPT: the header says how many of its bytes are summed.</summary>
[BinaryLayout(16, ByteOrder.LittleEndian)]
internal partial struct Lengthy
{
    public partial ushort Size { readonly get; set; }
    public partial ushort Value { readonly get; set; }
    [Checksum<Crc32>(Length = nameof(Size))] public partial uint Sum { readonly get; set; }
    public partial ulong Rest { readonly get; set; }
}

public sealed class ChecksumLengthTests
{
    [Fact]
    public void So_many_bytes_are_summed_as_the_field_says()
    {
        var value = new Lengthy { Size = 12, Value = 0x0201, Rest = 0xFF_0000_0003 };

        value.Seal();

        Assert.Equal(Crc32.Finish(Crc32.Append(0, [12, 0, 1, 2, 0, 0, 0, 0, 3, 0, 0, 0])), value.Sum);
        Assert.True(Layout.IsValid(in value));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void The_least_and_the_greatest_length_are_legal(ushort size)
    {
        var value = new Lengthy { Size = size, Rest = 5 };
        var unsealed = value;

        value.Seal();

        Assert.Equal(Crc32.Finish(Crc32.Append(0, Layout.BytesOf(in unsealed)[..size])), value.Sum);
        Assert.True(Layout.IsValid(in value));
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(7, 8)]
    [InlineData(17, 16)]
    [InlineData(ushort.MaxValue, 16)]
    public void A_length_before_the_sum_or_past_the_layout_is_a_violation_of_the_length(ushort size, int nearest)
    {
        var value = new Lengthy { Size = size };

        var violation = Assert.Single(Layout.Validate(in value));

        Assert.Equal(
            $"FKV017: Lengthy.Size at byte 0: found {size}, expected {nearest}", violation.ToString());
    }

    [Fact]
    public void A_length_that_is_none_leaves_the_sum_as_it_is()
    {
        var value = new Lengthy { Size = 17, Sum = 0x01020304 };

        value.Seal();

        Assert.Equal(0x01020304u, value.Sum);
    }

    [Fact]
    public void A_byte_behind_the_length_may_change()
    {
        var value = new Lengthy { Size = 8 };
        value.Seal();

        value.Rest = 1;

        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void The_table_says_which_field_it_is() =>
        Assert.Equal("Size", Layout.InfoOf<Lengthy>().Fields[2].Checksums.Single().LengthField);

    [Theory]
    [InlineData("public partial int Value { readonly get; set; }")]
    [InlineData("[Text(4, TextEncoding.Ascii)] public partial string Value { readonly get; set; }")]
    [InlineData("[Checksum<Crc32>(Over = [\"0..8\"])] public partial uint Value { readonly get; set; }")]
    public void A_length_is_an_unsigned_integer_and_no_checksum(string length) =>
        DiagnoseField("FK0077", size: 12, markedField: $$"""
            public partial uint First { readonly get; set; }
            {{length}}
            [Checksum<Crc32>(Length = ⟦"Value"⟧)] public partial uint Sum { readonly get; set; }
            """);

    [Fact]
    public void A_checksum_is_not_its_own_length() => DiagnoseField("FK0077", size: 8, markedField: """
        public partial uint First { readonly get; set; }
        [Checksum<Crc32>(Length = ⟦nameof(Header.Sum)⟧)] public partial uint Sum { readonly get; set; }
        """);
}
