using FormatKit.Generators.Tests.Harness;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(6, ByteOrder.BigEndian)]
internal partial struct LeavingOut
{
    public partial byte A { readonly get; set; }
    public partial ushort Out { readonly get; set; }
    public partial byte B { readonly get; set; }
    [Checksum<Sum8>(Except = [nameof(Out), nameof(Last)])] public partial byte Sum { readonly get; set; }
    public partial byte Last { readonly get; set; }
}

public sealed class ChecksumExceptTests
{
    [Fact]
    public void All_others_are_covered()
    {
        var value = new LeavingOut { A = 1, Out = 0xFFFF, B = 2, Sum = 99, Last = 4 };

        value.Seal();

        Assert.Equal(1 + 2, value.Sum);
    }

    [Fact]
    public void The_table_says_what_is_covered() => Assert.Equal(
        [0..1, 3..5],
        Layout.InfoOf<LeavingOut>().Fields.Single(field => field.Name == "Sum").Checksums.Single().Ranges);

    [Fact]
    public void What_is_left_out_without_a_word_is_suggested_to_be_said()
    {
        var message = Diagnose("FK0085", Declaration("Over = ⟦[\"A..B\"]⟧"));

        Assert.Equal(
            "Neither the checksum 'Sum' nor another covers 'C' and 'D', so nobody sees when that is damaged; cover it, "
            + "or say with Except = [nameof(C), nameof(D)] that it is meant",
            message);
    }

    [Theory]
    [InlineData("Over = [\"A..B\"], Except = [nameof(C), nameof(D)]")]
    [InlineData("Over = [\"A..D\"]")]
    [InlineData("Over = [\"0..6\", \"7..12\", \"6..7\"]")]
    [InlineData("Except = [nameof(C)]")]
    [InlineData("Length = nameof(A)")]
    [InlineData("External = \"map\"")]
    public void Nothing_is_suggested_where_it_is_said_or_all_is_covered(string arguments) => Assert.Empty(
        RunClean("#pragma warning disable CS1591\n" + Declaration(arguments)).Suggestions);

    [Fact]
    public void What_one_checksum_leaves_out_another_may_cover() => Assert.Empty(RunClean("""
        #pragma warning disable CS1591
        [BinaryLayout(16, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial uint A { readonly get; set; }
            public partial uint B { readonly get; set; }
            [Checksum<Crc32>(Over = ["A"])] public partial uint First { readonly get; set; }
            [Checksum<Crc32>(Over = ["B"])] public partial uint Second { readonly get; set; }
        }
        """).Suggestions);

    [Theory]
    [InlineData("HeaderChecksum", "uint", "[Checksum<Crc32>], [Checksum<Crc32C>], [Checksum<Adler32>] or")]
    [InlineData(
        "Crc", "ushort", "[Checksum<Crc16<Crc16.Arc>>], [Checksum<InternetChecksum>] or [Checksum<Fletcher16>]")]
    [InlineData("CheckSum", "byte", "[Checksum<TwosComplementByteSum8>]")]
    [InlineData("DataCRC", "ulong", "[Checksum<Fletcher64>]")]
    public void A_field_that_is_called_a_checksum_is_suggested_to_be_one(string name, string type, string words) =>
        Assert.Contains(words, Diagnose("FK0084", $$"""
            [BinaryLayout(8, ByteOrder.BigEndian)]
            public partial struct Header
            {
                [Reserved({{8 - Sizes[type]}})] public readonly partial ReadOnlySpan<byte> Before { get; }
                public partial {{type}} ⟦{{name}}⟧ { readonly get; set; }
            }
            """.Replace("[Reserved(0)] public readonly partial ReadOnlySpan<byte> Before { get; }", "",
                StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("public partial uint ChecksumType { readonly get; set; }")]
    [InlineData("public partial int Checksum { readonly get; set; }")]
    [InlineData("[Constant(0)] public partial uint Checksum { readonly get; set; }")]
    [InlineData("[Position(Unit.Bytes)] public partial uint Checksum { readonly get; set; }")]
    public void Other_fields_are_not(string field) => Assert.Empty(
        RunClean("#pragma warning disable CS1591\n" + FixHarness.Layout(field)).Suggestions);

    private static readonly Dictionary<string, int> Sizes =
        new() { ["byte"] = 1, ["ushort"] = 2, ["uint"] = 4, ["ulong"] = 8 };

    private static string Declaration(string arguments) => $$"""
        [BinaryLayout(12, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial byte A { readonly get; set; }
            public partial byte B { readonly get; set; }
            public partial byte C { readonly get; set; }
            public partial uint D { readonly get; set; }
            [Constant(7)] public partial byte Judged { readonly get; set; }
            [Checksum<Crc32>({{arguments}})] public partial uint Sum { readonly get; set; }
        }
        """;
}
