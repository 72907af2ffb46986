using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>As in GPT: one sum over a table elsewhere, and one over the header with that sum in it.</summary>
[BinaryLayout(12, ByteOrder.LittleEndian)]
internal partial struct Pointing
{
    [Checksum<Crc32>] public partial uint Own { readonly get; set; }
    public partial uint Value { readonly get; set; }
    [Checksum<Crc32>(External = "entries")] public partial uint Entries { readonly get; set; }
}

[BinaryLayout(8, ByteOrder.LittleEndian)]
internal partial struct TwoRegions
{
    public partial ushort Value { readonly get; set; }
    [Checksum<Sum8>(External = "map")] public partial byte Map { readonly get; set; }
    [Checksum<Sum8>(External = "event", Over = [nameof(Value)])] public partial byte Log { readonly get; set; }
    [Checksum<Sum8>(External = "map")] public partial byte MapAgain { readonly get; set; }
    [Reserved(3)] public readonly partial ReadOnlySpan<byte> Rest { get; }
}

public sealed class ChecksumExternalTests
{
    private static readonly byte[] Table = [1, 2, 3];

    [Fact]
    public void Sealing_with_the_region_fills_its_sum_before_what_covers_that()
    {
        var value = new Pointing { Value = 7 };

        value.Seal(Table);

        Assert.Equal(Crc32.Finish(Crc32.Append(0, Table)), value.Entries);
        Assert.Empty(value.Validate(Table));
        Assert.True(value.IsValid(Table));
    }

    [Fact]
    public void Sealing_without_the_region_leaves_its_sum_as_it_is()
    {
        var value = new Pointing { Entries = 0x01020304 };

        value.Seal();

        Assert.Equal(0x01020304u, value.Entries);
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void A_changed_region_is_reported_where_it_is_given()
    {
        var value = default(Pointing);
        value.Seal(Table);

        Assert.Equal(["Entries"], value.Validate([1, 2, 4]).Select(violation => violation.Path));
        Assert.False(value.IsValid([1, 2, 4]));
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void A_region_without_bytes_is_one()
    {
        var value = new Pointing { Entries = 5 };

        Assert.Contains(value.Validate([]), violation => violation.Path == "Entries");
    }

    [Fact]
    public void Regions_come_in_the_order_in_which_they_are_first_named()
    {
        var value = new TwoRegions { Value = 0x0201 };

        value.Seal([10, 20], [100]);

        Assert.Equal((30, 103, 30), (value.Map, value.Log, value.MapAgain));
        Assert.Equal(["map", "event"], Layout.InfoOf<TwoRegions>().Externals);
    }

    [Fact]
    public void The_table_seals_and_judges_with_regions_as_well()
    {
        var (info, bytes) = (Layout.InfoOf<Pointing>(), new byte[12]);
        var violations = new ViolationList();

        info.Seal(bytes, new ExternalRegions(Table));

        Assert.Equal(0, info.Validate(bytes, new ExternalRegions(Table), violations));
        Assert.Equal(1, info.Validate(bytes, new ExternalRegions([9]), violations));
        Assert.Equal("entries", info.Fields[2].Checksums.Single().External);
    }

    [Fact]
    public void A_layout_that_only_its_container_sees_takes_regions_as_well() => RunClean("""
        internal static partial class Disk
        {
            [BinaryLayout(4, ByteOrder.BigEndian)]
            private partial struct Header
            {
                [Checksum<Crc32>(External = "map")] public partial uint Sum { readonly get; set; }
            }

            internal static bool Sealed(byte[] bytes, byte[] map)
            {
                ref var header = ref Header.Edit(bytes);
                HeaderLayout.Seal(ref header, map);
                return HeaderLayout.IsValid(in header, map) && HeaderLayout.Validate(in header, map).Count == 0;
            }
        }
        """);

    [Theory]
    [InlineData("", "a C# identifier")]
    [InlineData("the map", "a C# identifier")]
    [InlineData("layout", "the layout itself is called that")]
    [InlineData("strictness", "how much is demanded is called that")]
    public void A_name_that_no_parameter_can_have_is_refused(string name, string words) => Assert.Contains(
        words,
        DiagnoseField(
            "FK0076",
            $$"""[Checksum<Crc32>(External = ⟦"{{name}}"⟧)] public partial uint Sum { readonly get; set; }"""),
        StringComparison.Ordinal);

    [Fact]
    public void A_fifth_region_is_refused() => DiagnoseField("FK0076", size: 20, markedField: """
        [Checksum<Crc32>(External = "a")] public partial uint A { readonly get; set; }
        [Checksum<Crc32>(External = "b")] public partial uint B { readonly get; set; }
        [Checksum<Crc32>(External = "c")] public partial uint C { readonly get; set; }
        [Checksum<Crc32>(External = "d")] public partial uint D { readonly get; set; }
        [Checksum<Crc32>(External = ⟦"e"⟧)] public partial uint E { readonly get; set; }
        """);
}
