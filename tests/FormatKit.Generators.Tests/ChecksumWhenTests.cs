using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(8, ByteOrder.BigEndian)]
internal partial struct Versioned
{
    public partial SumKind Kind { readonly get; set; }
    public partial byte Value { readonly get; set; }
    public partial ushort Rest { readonly get; set; }
    [Checksum<Crc32>(When = nameof(Kind), Is = 1)]
    [Checksum<Crc32C>(When = nameof(Kind), Is = 2)]
    public partial uint Sum { readonly get; set; }
}

internal enum SumKind : byte
{
    None,
    Crc32,
    Crc32C,
}

public sealed class ChecksumWhenTests
{
    [Fact]
    public void The_value_of_the_field_chooses_the_algorithm()
    {
        var first = new Versioned { Kind = SumKind.Crc32 };
        var second = new Versioned { Kind = SumKind.Crc32C };

        first.Seal();
        second.Seal();

        Assert.Equal(Crc32.Finish(Crc32.Append(0, [1, 0, 0, 0, 0, 0, 0, 0])), first.Sum);
        Assert.Equal(Crc32C.Finish(Crc32C.Append(0, [2, 0, 0, 0, 0, 0, 0, 0])), second.Sum);
        Assert.True(Layout.IsValid(in first) && Layout.IsValid(in second));
    }

    [Fact]
    public void A_value_that_chooses_none_is_neither_judged_nor_sealed()
    {
        var value = new Versioned { Kind = (SumKind)3, Sum = 0x01020304 };

        Assert.True(Layout.IsValid(in value));
        value.Seal();

        Assert.Equal(0x01020304u, value.Sum);
    }

    [Fact]
    public void The_sum_of_another_algorithm_is_reported()
    {
        var value = new Versioned { Kind = SumKind.Crc32 };
        value.Seal();

        value.Kind = SumKind.Crc32C;

        Assert.Equal(["Sum"], Layout.Validate(in value).Select(violation => violation.Path));
    }

    [Fact]
    public void The_table_says_what_chooses() => Assert.Equal(
        [("Crc32", new FieldCondition("Kind", ConditionKind.Equal, 1)),
            ("Crc32C", new FieldCondition("Kind", ConditionKind.Equal, 2))],
        Layout.InfoOf<Versioned>().Fields[3].Checksums.Select(info => (info.Algorithm, info.Condition!)));

    [Theory]
    [InlineData("[Text(4, TextEncoding.Ascii)] public partial string Kind { readonly get; set; }")]
    [InlineData("[Bytes(4)] public readonly partial ReadOnlySpan<byte> Kind { get; }")]
    public void What_chooses_is_an_integer_or_an_enum(string kind) =>
        DiagnoseField("FK0077", size: 8, markedField: $$"""
            {{kind}}
            [Checksum<Crc32>(When = ⟦"Kind"⟧, Is = 1)] public partial uint Sum { readonly get; set; }
            """);

    [Fact]
    public void A_value_that_the_field_cannot_have_is_refused() =>
        DiagnoseField("FK0020", size: 5, markedField: """
            public partial byte Kind { readonly get; set; }
            [Checksum<Crc32>(When = "Kind", Is = ⟦256⟧)] public partial uint Sum { readonly get; set; }
            """);
}
