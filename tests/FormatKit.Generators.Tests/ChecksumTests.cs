using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(10, ByteOrder.BigEndian)]
internal partial struct Summed
{
    public partial ushort Before { readonly get; set; }
    [Checksum<OnesComplementByteSum32>] public partial uint Sum { readonly get; set; }
    public partial uint After { readonly get; set; }
}

[BinaryLayout(7, ByteOrder.BigEndian)]
internal partial struct Counted
{
    public partial ushort Before { readonly get; set; }
    [Checksum<ByteCount>] public partial uint Count { readonly get; set; }
    public partial byte After { readonly get; set; }
}

/// <summary>A checksum to which zeros matter.</summary>
internal readonly struct ByteCount : IChecksumAlgorithm<uint>
{
    public static uint Append(uint state, ReadOnlySpan<byte> bytes) => state + (uint)bytes.Length;

    public static uint Finish(uint state) => state;
}

public sealed class ChecksumTests
{
    [Fact]
    public void The_field_itself_counts_as_zero()
    {
        var value = new Summed { Before = 0x0102, Sum = 0xDEADBEEF, After = 0x03040506 };

        value.Seal();

        SameBytes([
            1, 2,                   // Before
            0xFF, 0xFF, 0xFF, 0xEA, // Sum: ~(1 + 2 + 3 + 4 + 5 + 6)
            3, 4, 5, 6,             // After
        ], Layout.BytesOf(in value));
    }

    [Fact]
    public void The_zeros_of_the_field_are_appended_for_an_algorithm_that_does_not_ignore_them()
    {
        var value = default(Counted);

        value.Seal();

        Assert.Equal(7u, value.Count);
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void A_changed_byte_is_reported()
    {
        var value = new Summed { Before = 0x0102 };
        value.Seal();
        value.After = 1;

        var violation = Assert.Single(Layout.Validate(in value));

        Assert.Equal(
            "FKV003: Summed.Sum at byte 2: found 0xfffffffc, expected 0xfffffffb", violation.ToString());
    }

    [Theory]
    [InlineData("[Checksum<⟦OnesComplementByteSum32⟧>] public partial ulong Value { readonly get; set; }", 8)]
    [InlineData("[Checksum<⟦string⟧>] public partial uint Value { readonly get; set; }", 4)]
    public void An_algorithm_of_another_value_is_refused(string field, int size) =>
        DiagnoseField("FK0021", field, size);

    [Theory]
    [InlineData("Checksum<OnesComplementByteSum32>", "Checksum<Crc32>")]
    [InlineData("Checksum<OnesComplementByteSum32>(When = \"Version\", Is = 1)", "Checksum<Crc32>")]
    [InlineData(
        "Checksum<OnesComplementByteSum32>(When = \"Version\", Is = 1)", "Checksum<Crc32>(When = \"Version\", Is = 1)")]
    [InlineData(
        "Checksum<OnesComplementByteSum32>(When = \"Version\", Is = 1)", "Checksum<Crc32>(When = \"Other\", Is = 2)")]
    public void A_second_checksum_that_nothing_chooses_is_refused(string first, string second) =>
        DiagnoseField("FK0022", size: 12, markedField: $$"""
            public partial uint Version { readonly get; set; }
            public partial uint Other { readonly get; set; }
            [{{first}}, ⟦{{second}}⟧] public partial uint Sum { readonly get; set; }
            """);

    [Fact]
    public void A_checksum_is_an_unsigned_integer() => DiagnoseField(
        "FK0014", "[⟦Checksum<OnesComplementByteSum32>⟧] public partial int Value { readonly get; set; }");
}
