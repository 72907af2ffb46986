using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>Sums are of <see cref="Sum8"/>: what is covered can be read off the value.</summary>
[BinaryLayout(8, ByteOrder.BigEndian)]
internal partial struct Covering
{
    public partial byte A { readonly get; set; }
    [Checksum<Sum8>(Over = ["0..2"])] public partial byte Places { readonly get; set; }
    public partial byte B { readonly get; set; }
    [Checksum<Sum8>(Over = [nameof(B)])] public partial byte Field { readonly get; set; }
    [Checksum<Sum8>(Over = ["A..B"])] public partial byte Fields { readonly get; set; }
    [Checksum<Sum8>(Over = [nameof(C), nameof(A), nameof(C)])] public partial byte Several { readonly get; set; }
    public partial byte C { readonly get; set; }
    public partial byte D { readonly get; set; }
}

[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct SelfExcluded
{
    public partial byte A { readonly get; set; }
    [Checksum<Count8>(Self = ChecksumSelf.Excluded)] public partial byte Sum { readonly get; set; }
    public partial ushort B { readonly get; set; }
}

[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct SelfFilled
{
    public partial byte A { readonly get; set; }
    [Checksum<Sum16>(Self = ChecksumSelf.Filled, Fill = 0x20)] public partial ushort Sum { readonly get; set; }
    public partial byte B { readonly get; set; }
}

[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct SelfPartly
{
    public partial byte A { readonly get; set; }
    [Checksum<Sum16>(Self = ChecksumSelf.Filled, Fill = 0x20, Over = ["0..2"])]
    public partial ushort Sum { readonly get; set; }
    public partial byte B { readonly get; set; }
}

internal readonly struct Sum8 : IChecksumAlgorithm<byte>
{
    public static byte Append(byte state, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            state += b;
        }

        return state;
    }

    public static byte Finish(byte state) => state;
}

internal readonly struct Count8 : IChecksumAlgorithm<byte>
{
    public static byte Append(byte state, ReadOnlySpan<byte> bytes) => (byte)(state + bytes.Length);

    public static byte Finish(byte state) => state;
}

internal readonly struct Sum16 : IChecksumAlgorithm<ushort>
{
    public static ushort Append(ushort state, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            state += b;
        }

        return state;
    }

    public static ushort Finish(ushort state) => state;
}

public sealed class ChecksumOverTests
{
    [Fact]
    public void Ranges_are_offsets_fields_or_several_of_them_in_order_of_what_they_cover()
    {
        var value = new Covering { A = 1, B = 2, C = 10, D = 100 };

        value.Seal();

        SameBytes([
            1,          // A
            1,          // Places: A, itself as zero
            2,          // B
            2,          // Field: B
            4,          // Fields: A + Places + B, which is sealed first
            21,         // Several: C + A + C
            10, 100,    // C, D, which nothing covers
        ], Layout.BytesOf(in value));
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void A_byte_that_is_not_covered_may_change()
    {
        var value = new Covering { A = 1 };
        value.Seal();

        value.D = 7;

        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void A_covered_byte_breaks_the_sums_over_it_and_no_other()
    {
        var value = new Covering { A = 1 };
        value.Seal();

        value.B = 7;

        Assert.Equal(["Field", "Fields"], Layout.Validate(in value).Select(violation => violation.Path));
    }

    [Fact]
    public void A_field_that_is_excluded_is_not_summed()
    {
        var value = default(SelfExcluded);

        value.Seal();

        Assert.Equal(3, value.Sum);
    }

    [Fact]
    public void A_field_that_is_filled_counts_as_its_fill()
    {
        var value = new SelfFilled { A = 1, Sum = 0xFFFF, B = 2 };

        value.Seal();

        Assert.Equal(1 + 0x20 + 0x20 + 2, value.Sum);
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void Of_a_field_that_a_range_cuts_only_the_part_within_counts()
    {
        var value = new SelfPartly { A = 1, Sum = 0xFFFF, B = 2 };

        value.Seal();

        Assert.Equal(1 + 0x20, value.Sum);
    }

    [Fact]
    public void The_table_says_what_is_covered()
    {
        var several = Layout.InfoOf<Covering>().Fields.Single(field => field.Name == "Several").Checksums.Single();
        var filled = Layout.InfoOf<SelfFilled>().Fields.Single(field => field.Name == "Sum").Checksums.Single();

        Assert.Equal(("Sum8", ChecksumSelf.Zero), (several.Algorithm, several.Self));
        Assert.Equal([6..7, 0..1, 6..7], several.Ranges);
        Assert.Equal((ChecksumSelf.Filled, 0x20), (filled.Self, filled.Fill));
        Assert.Equal([0..4], filled.Ranges);
        Assert.Equal([0, 6], filled.Compute([1, 2, 3]));
    }

    [Theory]
    [InlineData("""[Checksum<Crc32>(Over = ["0..4", ⟦"Nothing"⟧])]""", "'Nothing', which is no field of 'Header'")]
    [InlineData("""[Checksum<Crc32>(Over = [⟦"Value..Nothing"⟧])]""", "'Nothing', which is no field of 'Header'")]
    [InlineData("""[Checksum<Crc32>(Over = [⟦""⟧])]""", "'', which is no field of 'Header'")]
    [InlineData("""[Checksum<Crc32>(Over = [⟦null!⟧])]""", "'', which is no field of 'Header'")]
    [InlineData("""[Checksum<Crc32>(Over = new[] { ⟦"Nothing"⟧ })]""", "'Nothing', which is no field of 'Header'")]
    [InlineData("""[Checksum<Crc32>(Length = ⟦"Nothing"⟧)]""", "'Nothing', which is no field of 'Header'")]
    [InlineData("""[Checksum<Crc32>(When = ⟦"Nothing"⟧)]""", "'Nothing', which is no field of 'Header'")]
    public void A_name_that_no_field_has_is_refused(string directive, string words) =>
        Assert.Contains(words, Refuse("FK0070", directive), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"4..4\"", "it ends before it begins")]
    [InlineData("\"8..4\"", "it ends before it begins")]
    [InlineData("\"Sum..Value\"", "it ends before it begins")]
    [InlineData("\"0..9\"", "'Header' has 8 bytes")]
    [InlineData("\"0..4294967295\"", "'Header' has 8 bytes")]
    [InlineData("\"4\"", "write a field, two fields as in \"First..Last\", or two offsets as in \"0..92\"")]
    [InlineData("\"Value..8\"", "write a field, two fields")]
    public void A_range_that_is_none_of_the_layout_is_refused(string range, string words) =>
        Assert.Contains(
            words, Refuse("FK0071", $"[Checksum<Crc32>(Over = [⟦{range}⟧])]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[Checksum<Crc32>(Over = ⟦[]⟧)]")]
    [InlineData("[Checksum<Crc32>(Over = ⟦[nameof(Header.Sum)]⟧)]")]
    public void A_checksum_of_itself_alone_is_refused(string directive) => Refuse("FK0072", directive);

    [Fact]
    public void A_checksum_of_a_layout_that_is_nothing_else_is_refused() => DiagnoseField(
        "FK0072", "[⟦Checksum<Crc32>⟧] public partial uint Sum { readonly get; set; }");

    [Theory]
    [InlineData("[Checksum<Crc32>(Length = ⟦\"Value\"⟧, Over = [\"Value\"])]", "both Over and Length")]
    [InlineData("[Checksum<Crc32>(Fill = ⟦32⟧)]", "a Fill without Self = ChecksumSelf.Filled")]
    [InlineData("[Checksum<Crc32>(Is = ⟦2⟧)]", "an Is without When")]
    public void Arguments_that_contradict_each_other_are_refused(string directive, string words) =>
        Assert.Contains(words, Refuse("FK0075", directive), StringComparison.Ordinal);

    [Fact]
    public void A_number_that_is_no_self_is_refused() =>
        Refuse("FK0026", "[Checksum<Crc32>(Self = ⟦(ChecksumSelf)9⟧)]");

    [Fact]
    public void Sums_over_each_other_are_refused_with_the_way()
    {
        var message = DiagnoseField("FK0074", size: 12, markedField: """
            public partial uint Value { readonly get; set; }
            [⟦Checksum<Crc32>⟧] public partial uint First { readonly get; set; }
            [Checksum<Crc32>] public partial uint Second { readonly get; set; }
            """);

        Assert.Contains("First covers Second covers First", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Checksum<Crc32>(Except = [⟦\"Nothing\"⟧])]", "FK0070")]
    [InlineData("[Checksum<Crc32>(Over = [\"Value\"], Except = ⟦[\"Value\"]⟧)]", "FK0075")]
    [InlineData("[Checksum<Crc32>(Length = ⟦\"Value\"⟧, Except = [\"Value\"])]", "FK0075")]
    [InlineData("[Checksum<Crc32>(Except = ⟦[\"Value\"]⟧)]", "FK0072")]
    public void What_is_left_out_is_a_field_that_nothing_covers(string directive, string id) => Refuse(id, directive);

    private static string Refuse(string id, string directive) => DiagnoseField(id, size: 8, markedField: $$"""
        public partial uint Value { readonly get; set; }
        {{directive}} public partial uint Sum { readonly get; set; }
        """);
}
