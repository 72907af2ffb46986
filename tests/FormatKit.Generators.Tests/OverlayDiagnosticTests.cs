using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>What no overlay can be.</summary>
public sealed class OverlayDiagnosticTests
{
    [Theory]
    [InlineData("⟦\"Nothing\"⟧", "which is no field of 'Header'")]
    [InlineData("⟦nameof(AsPart)⟧", "which is no field of 'Header'")]
    [InlineData("⟦nameof(Tag)⟧", "which has no [Bytes]")]
    [InlineData("⟦nameof(Kept)⟧", "which has no [Bytes]")]
    [InlineData("⟦nameof(Mark)⟧", "which a [Magic] fills")]
    [InlineData("⟦nameof(Digest)⟧", "which a [Checksum] fills")]
    [InlineData("⟦nameof(Short)⟧", "which has 1 byte where 'Part' has 2")]
    public void Its_region_is_raw_bytes_that_are_long_enough(string region, string fault)
    {
        var message = DiagnoseHeader("FK0046", $"[Overlay({region}, nameof(Tag), 1)] public partial Part AsPart");

        Assert.Equal(
            $"'AsPart' cannot be an overlay of '{NameIn(region)}', {fault}; the region of an overlay is a [Bytes] "
            + "field of the same layout that is as long and has no [Magic] or [Checksum]",
            message);
    }

    [Theory]
    [InlineData("⟦\"Nothing\"⟧", "which is no field of 'Header'")]
    [InlineData("⟦nameof(Region)⟧", "which is of type 'ReadOnlySpan<byte>'")]
    [InlineData("⟦nameof(Label)⟧", "which is of type 'string'")]
    [InlineData("⟦nameof(Wide)⟧", "which is of type 'UInt128'")]
    [InlineData("⟦nameof(IsSet)⟧", "which is of type 'bool'")]
    [InlineData("⟦nameof(Computed)⟧", "which is computed")]
    [InlineData("⟦nameof(Sum)⟧", "which a [Checksum] fills")]
    public void Its_tag_is_an_integer_or_an_enum(string tag, string fault)
    {
        var message = DiagnoseHeader("FK0047", $"[Overlay(nameof(Region), {tag}, 1)] public partial Part AsPart");

        Assert.Equal(
            $"'AsPart' cannot be told by '{NameIn(tag)}', {fault}; the tag of an overlay is an integer or enum field "
            + "of the same layout, or bits that are one, of at most 8 bytes, and all overlays of a region have one tag",
            message);
    }

    [Fact]
    public void All_overlays_of_a_region_have_one_tag() => Assert.StartsWith(
        "'Second' cannot be told by 'Top', since 'Tag' tells 'First' in 'Region'; ",
        DiagnoseHeader("FK0047", """
            [Overlay(nameof(Region), nameof(Tag), 1)] public partial Part First { readonly get; set; }
            [Overlay(nameof(Region), ⟦nameof(Top)⟧, 2)] public partial Part Second
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("nameof(Tag), ⟦256⟧", "which does not have it; it may be a number up to 255")]
    [InlineData("nameof(Tag), ⟦-1⟧", "which does not have it; it may be a number up to 255")]
    [InlineData("nameof(Tag), ⟦null⟧", "which does not have it; it may be a number up to 255")]
    [InlineData("nameof(Tag), ⟦new[] { 1 }⟧", "which does not have it; it may be a number up to 255")]
    [InlineData("nameof(Tag), ⟦\"1\"⟧", "which does not have it; it may be a number up to 255")]
    [InlineData("nameof(Tag), ⟦DayOfWeek.Monday⟧", "which does not have it; it may be a number up to 255")]
    [InlineData("nameof(Signed), ⟦128⟧", "which does not have it; it may be a number from -128 to 127")]
    [InlineData("nameof(Top), ⟦4⟧", "which does not have it; it may be a number up to 3")]
    public void The_tag_has_its_value(string value, string fault) => Assert.EndsWith(
        fault,
        DiagnoseHeader("FK0048", $"[Overlay(nameof(Region), {value})] public partial Part AsPart"),
        StringComparison.Ordinal);

    [Fact]
    public void A_value_tells_one_overlay_of_a_region() => Assert.Equal(
        "'Second' cannot be told by the value 255 of 'Tag', which tells 'First' in 'Region'",
        DiagnoseHeader("FK0048", """
            [Overlay(nameof(Region), nameof(Tag), 255)] public partial Part First { readonly get; set; }
            [Overlay(nameof(Region), nameof(Tag), ⟦255UL⟧)] public partial Part Second
            """));

    [Fact]
    public void One_value_may_tell_overlays_of_two_regions() => RunClean(Header("""
        [Overlay(nameof(Region), nameof(Tag), 1)] public partial Part First { readonly get; set; }
        [Overlay(nameof(Other), nameof(Tag), 1)] public partial Part Second
        """));

    [Fact]
    public void Negative_values_are_the_bits_of_the_tag() => Assert.Contains(
        "new(\"Signed\", global::FormatKit.ConditionKind.Equal, 255)",
        RunClean(Header("[Overlay(nameof(Region), nameof(Signed), -1)] public partial Part AsPart"))
            .Source("Header.g.cs"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("int")]
    [InlineData("DateTime")]
    [InlineData("FourCC")]
    public void It_is_a_layout(string type) => DiagnoseHeader(
        "FK0025", $"[Overlay(nameof(Region), nameof(Tag), 1)] public partial ⟦{type}⟧ AsPart");

    [Fact]
    public void It_does_not_contain_itself() => Diagnose("FK0024", """
        [BinaryLayout(2, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial byte Tag { readonly get; set; }
            [Bytes(1)] public readonly partial ReadOnlySpan<byte> Region { get; }
            [Overlay(nameof(Region), nameof(Tag), 1)] public partial ⟦Header⟧ Again { readonly get; set; }
        }
        """);

    [Fact]
    public void It_is_read_and_set() => DiagnoseHeader(
        "FK0010", "[Overlay(nameof(Region), nameof(Tag), 1)] public partial Part ⟦AsPart⟧ { readonly get; } //");

    [Theory]
    [InlineData("Offset(0)")]
    [InlineData("Endian(ByteOrder.LittleEndian)")]
    [InlineData("When(nameof(Tag))")]
    public void It_has_no_bytes_of_its_own(string directive) => DiagnoseHeader(
        "FK0014", $"[Overlay(nameof(Region), nameof(Tag), 1), ⟦{directive}⟧] public partial Part AsPart");

    [Fact]
    public void It_is_no_bits() => DiagnoseHeader(
        "FK0014", "[⟦Overlay(nameof(Region), nameof(Tag), 1)⟧, Bits(nameof(Tag), 0)] public partial bool AsPart");

    private static string DiagnoseHeader(string id, string overlay) => Diagnose(id, Header(overlay));

    private static string NameIn(string argument) =>
        argument.Trim('⟦', '⟧').Replace("nameof(", null, StringComparison.Ordinal).Trim('"', ')');

    private static string Header(string overlay) => $$"""
        #pragma warning disable CS1591
        [BinaryLayout(2, ByteOrder.BigEndian)]
        public partial struct Part
        {
            public partial ushort Value { readonly get; set; }
        }

        [BinaryLayout(71, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial byte Tag { readonly get; set; }
            [Bits(nameof(Tag), 6, 2)] public partial byte Top { readonly get; set; }
            public partial sbyte Signed { readonly get; set; }
            public partial bool IsSet { readonly get; set; }
            [Text(4, TextEncoding.Ascii)] public partial string Label { readonly get; set; }
            public partial UInt128 Wide { readonly get; set; }
            [Bytes(4)] public readonly partial ReadOnlySpan<byte> Region { get; }
            [Bytes(2)] public readonly partial ReadOnlySpan<byte> Other { get; }
            [Bytes(1)] public readonly partial ReadOnlySpan<byte> Short { get; }
            [Reserved(4)] public readonly partial ReadOnlySpan<byte> Kept { get; }
            [Bytes(4), Magic("MARK")] public readonly partial ReadOnlySpan<byte> Mark { get; }
            [Bytes(32), Checksum<Sha256>] public readonly partial ReadOnlySpan<byte> Digest { get; }
            [Checksum<TwosComplementByteSum8>(Over = ["Tag..Wide"])] public partial byte Sum { readonly get; set; }
            public readonly int Computed => Tag;
            {{overlay}} { readonly get; set; }
        }
        """;
}
