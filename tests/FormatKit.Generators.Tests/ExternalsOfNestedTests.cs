using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>Two regions of its own, and one of the layout within.</summary>
[BinaryLayout(14, ByteOrder.LittleEndian)]
internal partial struct HoldingPointing
{
    [Checksum<Sum8>(External = "map")] public partial byte Map { readonly get; set; }
    public partial Pointing Inner { readonly get; set; }
    [Checksum<Sum8>(External = "log")] public partial byte Log { readonly get; set; }
}

/// <summary>A layout that reaches through two others.</summary>
[BinaryLayout(16, ByteOrder.LittleEndian)]
internal partial struct HoldingBoth
{
    public partial HoldingPointing Inner { readonly get; set; }
    public partial ushort Value { readonly get; set; }
}

public sealed class ExternalsOfNestedTests
{
    private const string Inner = """
        #pragma warning disable CS1591
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Inner
        {
            [Checksum<Crc32>(External = "map")] public partial uint Sum { readonly get; set; }
        }

        """;

    private static readonly byte[] Map = [1, 2, 3];
    private static readonly byte[] Log = [4, 5];
    private static readonly byte[] Entries = [6, 7, 8, 9];

    [Fact]
    public void The_regions_of_a_nested_layout_come_behind_those_of_its_holder()
    {
        Assert.Equal(["map", "log", "entries"], Layout.InfoOf<HoldingPointing>().Externals);
        Assert.Equal(["map", "log", "entries"], Layout.InfoOf<HoldingBoth>().Externals);
        Assert.True(Layout.InfoOf<HoldingPointing>().Fields[1].ReachesExternals);
    }

    [Fact]
    public void Sealing_the_holder_seals_the_nested_layout_with_its_region()
    {
        var value = default(HoldingPointing);

        value.Seal(Map, Log, Entries);

        var inner = value.Inner;
        Assert.Equal((6, 9), (value.Map, value.Log));
        Assert.Equal(Crc32.Finish(Crc32.Append(0, Entries)), inner.Entries);
        Assert.True(inner.IsValid(Entries));
        Assert.True(value.IsValid(Map, Log, Entries));
    }

    [Fact]
    public void They_are_reached_at_any_depth()
    {
        var value = default(HoldingBoth);

        value.Seal(Map, Log, Entries);

        Assert.Empty(value.Validate(Map, Log, Entries));
        var violation = Assert.Single(value.Validate(Map, Log, [6, 7, 8, 8]));
        Assert.Equal("Inner.Inner.Entries", violation.Path);
        Assert.Equal(9, violation.Offset);
    }

    [Fact]
    public void Without_its_region_a_nested_checksum_is_left_alone()
    {
        var value = default(HoldingPointing);
        value.EditInner().Entries = 0x01020304;

        Layout.Seal(ref value, new ExternalRegions(Map, Log));

        Assert.Equal(0x01020304u, value.Inner.Entries);
        Assert.True(Layout.IsValid(in value, new ExternalRegions(Map, Log)));
        Assert.False(value.IsValid(Map, Log, Entries));
    }

    [Theory]
    [InlineData("public partial Inner A { readonly get; set; } public partial Inner ⟦B⟧ { readonly get; set; }")]
    [InlineData("[FixedCount(2)] public readonly partial ReadOnlySpan<Inner> ⟦Both⟧ { get; }")]
    [InlineData("""
        [Checksum<Crc32>(External = "map")] public partial uint Own { readonly get; set; }
        public partial Inner ⟦A⟧ { readonly get; set; }
        """)]
    [InlineData("""
        public partial uint Tag { readonly get; set; }
        [Bytes(4)] public readonly partial ReadOnlySpan<byte> Raw { get; }
        [Overlay(nameof(Raw), nameof(Tag), 1)] public partial Inner ⟦A⟧ { readonly get; set; }
        """)]
    public void What_cannot_be_told_apart_is_not_reached_and_said_to_be_not(string fields) => Assert.Contains(
        "cover the region 'map' outside of 'Inner', and 'Header' does not reach it",
        Diagnose("FK0087", Inner + $$"""
            [BinaryLayout(8, ByteOrder.BigEndian)]
            public partial struct Header
            {
                {{fields}}
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public void A_record_reaches_nothing() => Diagnose("FK0087", Inner + """
        [BinaryRecord(ByteOrder.BigEndian)]
        public partial class Chunk { public Inner ⟦Inner⟧ { get; set; } }
        """);
}
