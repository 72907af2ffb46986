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
}
