using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>What follows from overlays: words, dissection, regions, documentation, locks and exports.</summary>
public sealed class OverlayViewTests
{
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
}
