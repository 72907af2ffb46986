using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(6, ByteOrder.BigEndian)]
internal partial struct FromVersions
{
    public partial ushort Version { readonly get; set; }
    [Since(nameof(Version), 2), Range(1, 9)] public partial byte Level { readonly get; set; }
    [Since(nameof(Version), 0x0103), Constant(7)] public partial byte Seven { readonly get; set; }
    public partial ushort Size { readonly get; set; }

    [Rule("the size is even"), Since(nameof(Version), 3)]
    private static bool IsEven(in FromVersions value) => value.Size % 2 == 0;
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class FromVersionsChunk
{
    public byte Version { get; set; }
    [Since(nameof(Version), 2)] public ushort? Level { get; set; }
}

public sealed class SinceTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "")]
    [InlineData(2, "Level")]
    [InlineData(3, "Level Version")]
    [InlineData(0x0102, "Level Version")]
    [InlineData(0x0103, "Level Seven Version")]
    [InlineData(0xFFFF, "Level Seven Version")]
    public void A_rule_counts_from_its_version_on(int version, string broken)
    {
        var value = new FromVersions { Version = (ushort)version, Size = 1 };

        Assert.Equal(broken, string.Join(' ', Layout.Validate(in value).Select(violation => violation.Path)));
    }

    [Fact]
    public void Sealing_writes_a_constant_from_its_version_on()
    {
        var (before, from) = (new FromVersions { Version = 0x0102 }, new FromVersions { Version = 0x0103 });

        before.Seal();
        from.Seal();

        Assert.Equal((0, 7), (before.Seven, from.Seven));
    }

    [Fact]
    public void A_record_has_the_field_from_its_version_on()
    {
        Assert.Null(FromVersionsChunk.Read([1]).Level);
        Assert.Equal<ushort?>(0x0304, FromVersionsChunk.Read([2, 3, 4]).Level);
        Assert.Equal([3, 0, 9], new FromVersionsChunk { Version = 3, Level = 9 }.ToBytes());
    }

    [Theory]
    [InlineData("FK0056", "[Since(⟦nameof(Truth)⟧, 1)]")]
    [InlineData("FK0056", "[Since(⟦nameof(Signed)⟧, 1)]")]
    [InlineData("FK0057", "[Since(nameof(Number), ⟦256⟧)]")]
    public void A_version_is_an_unsigned_number_that_its_field_can_hold(string id, string directive) =>
        DiagnoseField(id, $$"""
            public partial bool Truth { readonly get; set; }
            public partial sbyte Signed { readonly get; set; }
            public partial byte Number { readonly get; set; }
            {{directive}} public partial byte Value { readonly get; set; }
            """);
}
