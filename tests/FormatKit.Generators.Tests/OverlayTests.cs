using FormatKit.Testing;
using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

internal enum Holding : ushort
{
    Nothing = 0,
    Disk = 1,
    Tape = 2,
    OldTape = 3,
}

[BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct DiskPart
{
    [Magic("DK")] public partial ushort Mark { readonly get; set; }
    [Range(1, 64)] public partial byte Heads { readonly get; set; }
    public partial byte Rest { readonly get; set; }
}

[BinaryLayout(6, ByteOrder.LittleEndian)]
internal partial struct TapePart
{
    [Constant(7)] public partial ushort Version { readonly get; set; }
    public partial uint Turns { readonly get; set; }
}

/// <summary>Bytes 0 and 1 tell what bytes 2 to 7 are; byte 8 sums it all.</summary>
[BinaryLayout(9, ByteOrder.BigEndian, Spec = "Clause")]
internal partial struct Medium
{
    public partial Holding Holding { readonly get; set; }
    [Bytes(6)] public readonly partial ReadOnlySpan<byte> Region { get; }
    [Overlay(nameof(Region), nameof(Holding), Holding.Disk)] public partial DiskPart AsDisk { readonly get; set; }
    [Overlay(nameof(Region), nameof(Holding), Holding.Tape), Spec("Table 9")]
    public partial TapePart AsTape { readonly get; set; }
    [Overlay(nameof(Region), nameof(Holding), 3)] internal partial TapePart AsOldTape { readonly get; set; }
    [Checksum<TwosComplementByteSum8>] public partial byte Sum { readonly get; set; }
}

/// <summary>The tag is bits, the region counts under a condition, and what it holds has overlays itself.</summary>
[BinaryLayout(11, ByteOrder.LittleEndian)]
internal partial struct Shelf
{
    public partial byte Word { readonly get; set; }
    [Bits(nameof(Word), 4, 2)] public partial byte Tag { readonly get; set; }
    public partial byte Version { readonly get; set; }
    [Bytes(9), Since(nameof(Version), 2)] public readonly partial ReadOnlySpan<byte> Region { get; }
    [Overlay(nameof(Region), nameof(Tag), 3)] public partial Medium AsMedium { readonly get; set; }
    [Overlay(nameof(Region), nameof(Tag), 1)] public partial Medium AsSpare { readonly get; set; }
}

[BinaryLayout(4, ByteOrder.LittleEndian)]
internal partial struct SignpostTarget
{
    [Position(Unit.Bytes), NullValue(0)] public partial uint Start { readonly get; set; }
}

[BinaryLayout(5, ByteOrder.LittleEndian)]
internal partial struct Signpost
{
    public partial byte Tag { readonly get; set; }
    [Bytes(4)] public readonly partial ReadOnlySpan<byte> Region { get; }
    [Overlay(nameof(Region), nameof(Tag), 1)] public partial SignpostTarget First { readonly get; set; }
    [Overlay(nameof(Region), nameof(Tag), 2)] public partial SignpostTarget Second { readonly get; set; }
}

[BinaryLayout(5, ByteOrder.LittleEndian)]
internal partial struct TagBehind
{
    [Bytes(4)] public readonly partial ReadOnlySpan<byte> Region { get; }
    public partial byte Tag { readonly get; set; }
    [Overlay(nameof(Region), nameof(Tag), 1)] public partial DiskPart AsDisk { readonly get; set; }
}

[BinaryLayout(5, ByteOrder.LittleEndian)]
internal partial struct SignedTag
{
    public partial sbyte Tag { readonly get; set; }
    [Bytes(4)] public readonly partial ReadOnlySpan<byte> Region { get; }
    [Overlay(nameof(Region), nameof(Tag), -2)] public partial DiskPart AsDisk { readonly get; set; }
}

public sealed class OverlayTests
{
    [Fact]
    public void An_overlay_is_read_where_its_region_stands()
    {
        //                                          tag   | 'D'   'K'  heads rest |           | sum
        ref readonly var medium = ref Medium.View([0, 1, 0x44, 0x4B, 16, 9, 0, 0, 0]);

        Assert.Equal((0x444B, 16, 9), (medium.AsDisk.Mark, medium.AsDisk.Heads, medium.AsDisk.Rest));
    }

    [Fact]
    public void A_set_changes_the_bytes_of_the_overlay_only()
    {
        var bytes = new byte[9];
        bytes.AsSpan().Fill(0xFF);

        Medium.Edit(bytes).AsDisk = new DiskPart { Mark = 0x444B, Heads = 2 };

        SameBytes([0xFF, 0xFF, 0x44, 0x4B, 2, 0, 0xFF, 0xFF, 0xFF], bytes);
    }

    [Fact]
    public void An_overlay_is_edited_in_place()
    {
        var medium = default(Medium);

        medium.EditAsTape().Turns = 0x01020304;

        SameBytes([0, 0, 0, 0, 4, 3, 2, 1, 0], Layout.BytesOf(in medium));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "Magic AsDisk.Mark 2; Range AsDisk.Heads 4")]
    [InlineData(2, "Constant AsTape.Version 2")]
    [InlineData(3, "Constant AsOldTape.Version 2")]
    [InlineData(4, "")]
    public void Only_the_rules_of_what_the_tag_tells_count(byte tag, string broken)
    {
        byte[] bytes = [0, tag, 0, 0, 0, 0, 0, 0, (byte)-tag];

        var violations = Layout.Validate(in Medium.View(bytes));

        Assert.Equal(broken, string.Join("; ", violations.Select(one => $"{one.Kind} {one.Path} {one.Offset}")));
    }

    [Fact]
    public void Sealing_fills_what_the_tag_tells_before_it_sums()
    {
        var medium = new Medium { Holding = Holding.Tape };

        medium.Seal();

        SameBytes([0, 2, 7, 0, 0, 0, 0, 0, 0xF7], Layout.BytesOf(in medium));
    }

    [Fact]
    public void Sealing_leaves_the_bytes_of_a_tag_that_tells_nothing()
    {
        var medium = new Medium { Holding = (Holding)9 };

        medium.Seal();

        SameBytes([0, 9, 0, 0, 0, 0, 0, 0, 0xF7], Layout.BytesOf(in medium));
    }

    [Theory]
    [InlineData(0x30, 2, "AsMedium.AsOldTape.Version")]
    [InlineData(0x10, 2, "AsSpare.AsOldTape.Version")]
    [InlineData(0x30, 1, "")]
    [InlineData(0x20, 2, "")]
    public void Overlays_of_overlays_count_while_every_tag_tells_them(byte word, byte version, string path)
    {
        var violations = Layout.Validate(in Shelf.View([word, version, 0, 3, 0, 0, 0, 0, 0, 0, 0xFD]));

        Assert.Equal(path, string.Join("; ", violations.Select(one => one.Path)));
        Assert.All(violations, one => Assert.Equal(4, one.Offset));
    }

    [Fact]
    public void A_region_that_does_not_count_is_not_sealed()
    {
        byte[] bytes = [0x30, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0];

        Shelf.Edit(bytes).Seal();

        SameBytes([0x30, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0], bytes);
    }

    [Fact]
    public void Validation_allocates_nothing()
    {
        byte[] bytes = [0x30, 2, 0, 3, 0, 0, 0, 0, 0, 0, 0];
        var sink = default(FirstViolation);
        Layout.Validate(in Shelf.View(bytes), ref sink);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Layout.Validate(in Shelf.View(bytes), ref sink);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(4, sink.Count);
    }

    [Fact]
    public void The_table_says_what_the_bytes_may_be()
    {
        var overlays = Layout.InfoOf<Medium>().Find("Region")!.Overlays;

        Assert.Equal(
            [
                "AsDisk, DiskPart when Holding = Disk", "AsTape, TapePart when Holding = Tape",
                "AsOldTape, TapePart when Holding = 3",
            ],
            overlays.Select(overlay => overlay.ToString()));
        Assert.Same(Layout.InfoOf<DiskPart>(), overlays[0].Layout);
        Assert.Equal("Table 9", overlays[1].Spec);
        Assert.Equal(3, Layout.InfoOf<Medium>().Fields.Count);
    }

    [Fact]
    public void Overlays_keep_every_law()
    {
        Laws.Check<Medium>();
        Laws.Check<Shelf>();
        Laws.Check<TagBehind>();
        Laws.Check<SignedTag>();
    }

    [Fact]
    public void A_line_shows_what_the_tag_tells()
    {
        var medium = new Medium { Holding = Holding.Disk, AsDisk = new DiskPart { Heads = 3 } };

        Assert.Equal(
            "Medium { Holding = Disk (1), Region = 000003000000, "
            + "AsDisk = DiskPart { Mark = \"\\0\\0\", Heads = 3, Rest = 0 }, Sum = 0x00 }",
            medium.ToString());
    }

    [Fact]
    public void A_dissection_shows_the_fields_of_what_the_tag_tells()
    {
        var rows = Dissector.Dissect(Layout.InfoOf<Medium>(), [0, 2, 7, 0, 5, 0, 0, 0, 0]).Fields;

        Assert.Equal(
            [
                "0 Holding 0 Tape (2) ", "0 Region 2 070005000000 ", "1 AsTape.Version 2 0x0007 AsTape",
                "1 AsTape.Turns 4 5 AsTape", "0 Sum 8 0x00 ",
            ],
            rows.Select(row => $"{row.Depth} {row.Path} {row.Offset} {row.Value} {row.Overlay?.Name}"));
        Assert.Equal(["Sum"], rows.SelectMany(row => row.Violations).Select(violation => violation.Path));
    }

    [Fact]
    public void A_dissection_shows_a_broken_rule_on_the_line_of_its_field()
    {
        var row = Dissector.Dissect(Layout.InfoOf<Medium>(), [0, 3, 0, 0, 0, 0, 0, 0, 0]).Fields[2];

        Assert.Equal("AsOldTape.Version", row.Path);
        Assert.Equal("AsOldTape.Version", Assert.Single(row.Violations).Path);
    }

    [Theory]
    [InlineData(1, "Holding Region Sum")]
    [InlineData(2, "Holding Region Sum")]
    [InlineData(5, "Holding Region AsDisk.Mark AsDisk.Heads AsDisk.Rest Sum")]
    public void A_dissection_of_part_of_the_bytes_shows_what_is_there(int length, string paths)
    {
        byte[] bytes = [0, 1, 0x44, 0x4B, 16, 9, 0, 0, 0];

        var rows = Dissector.Dissect(Layout.InfoOf<Medium>(), bytes.AsSpan(0, length)).Fields;

        Assert.Equal(paths, string.Join(" ", rows.Select(row => row.Path)));
    }

    [Fact]
    public void Positions_in_an_overlay_are_regions_while_the_tag_tells_it()
    {
        var post = new Signpost { Tag = 2 };
        post.EditSecond().Start = 8;

        Assert.Equal("Second.Start, from byte 8", Assert.Single(Layout.RegionsOf(in post)).ToString());
        post.Tag = 0;
        Assert.Empty(Layout.RegionsOf(in post));
    }

    [Fact]
    public void Documentation_says_where_an_overlay_stands_and_when_it_counts()
    {
        var run = RunClean("""
            /// <summary>A part.</summary>
            [BinaryLayout(2, ByteOrder.BigEndian)]
            public partial struct Part
            {
                /// <summary>All of it.</summary>
                public partial ushort Value { readonly get; set; }
            }

            /// <summary>A header.</summary>
            [BinaryLayout(8, ByteOrder.BigEndian)]
            public partial struct Header
            {
                /// <summary>The tag.</summary>
                public partial uint Tag { readonly get; set; }
                /// <summary>The bytes.</summary>
                [Bytes(4)] public readonly partial ReadOnlySpan<byte> Region { get; }
                /// <summary>The part.</summary>
                [Overlay(nameof(Region), nameof(Tag), 5)] public partial Part Part { readonly get; set; }
            }
            """);

        Assert.Contains(
            "<remarks>Offset 4, 2 bytes of <see cref=\"Region\"/>; counts only with Tag = 5.</remarks>",
            run.Source("Header.g.cs"), StringComparison.Ordinal);
    }

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

    [Theory]
    [InlineData("bytes, layout Part for 1, layout Part for 3", true)]
    [InlineData("bytes, layout Part for 1", false)]
    [InlineData("bytes", false)]
    public void A_lock_says_what_the_bytes_may_be(string kind, bool isSame)
    {
        const string Declared = """
            #pragma warning disable CS1591
            namespace Disks;

            [BinaryLayout(2, ByteOrder.BigEndian)]
            public partial struct Part
            {
                public partial ushort Value { readonly get; set; }
            }

            [BinaryLayout(5, ByteOrder.BigEndian)]
            public partial struct Header
            {
                public partial byte Tag { readonly get; set; }
                [Bytes(4)] public readonly partial ReadOnlySpan<byte> Region { get; }
                [Overlay(nameof(Region), nameof(Tag), 3)] public partial Part Third { readonly get; set; }
                [Overlay(nameof(Region), nameof(Tag), 1)] public partial Part First { readonly get; set; }
            }
            """;
        var held = $"layout Disks.Header, 5 bytes\n\n  0  1  Kind  unsigned\n  1  4  Body  {kind}\n";

        var run = Run([Declared], [("Header.layout.txt", held)]);

        Assert.Equal(isSame, run.Diagnostics.IsEmpty);
    }

    [Fact]
    public void Documents_say_when_an_overlay_counts() => Assert.Contains(
        "| | 6 | TapePart | AsTape | when Holding = Tape; Table 9 |",
        Schema.Of(Layout.InfoOf<Medium>(), SchemaLanguage.Markdown), StringComparison.Ordinal);

    [Fact]
    public void Readers_that_go_from_first_to_last_get_bytes_where_they_could_not_tell() => Assert.All(
        (string[])[
            Schema.Of(Layout.InfoOf<TagBehind>(), SchemaLanguage.Kaitai),
            Schema.Of(Layout.InfoOf<TagBehind>(), SchemaLanguage.Hexpat),
        ],
        schema =>
        {
            Assert.DoesNotContain("switch-on", schema, StringComparison.Ordinal);
            Assert.DoesNotContain("if (", schema, StringComparison.Ordinal);
        });

    [Fact]
    public void A_signed_tag_is_exported_as_what_readers_of_it_see()
    {
        Assert.Contains(
            "'-2': disk_part", Schema.Of(Layout.InfoOf<SignedTag>(), SchemaLanguage.Kaitai), StringComparison.Ordinal);
        Assert.Contains(
            "if ((u64(Tag) & 0xff) == 0xfe) {", Schema.Of(Layout.InfoOf<SignedTag>(), SchemaLanguage.Hexpat),
            StringComparison.OrdinalIgnoreCase);
        Assert.Single(Layout.Validate(new SignedTag { Tag = -2, AsDisk = new DiskPart { Heads = 1 } }));
    }

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
