using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(6, ByteOrder.BigEndian)]
internal partial struct Inner
{
    [Magic(0x4D4D)] public partial ushort Mark { readonly get; set; }
    [Checksum<OnesComplementByteSum32>] public partial uint Sum { readonly get; set; }
}

[BinaryLayout(11, ByteOrder.BigEndian)]
internal partial struct Outer
{
    public partial byte Before { readonly get; set; }
    public partial Inner Inner { readonly get; set; }
    [Checksum<OnesComplementByteSum32>] public partial uint Sum { readonly get; set; }
}

public sealed class NestedTests
{
    [Fact]
    public void Sealing_starts_inside()
    {
        var value = new Outer { Before = 1 };

        value.Seal();

        SameBytes([
            1,                      // Before
            0x4D, 0x4D,             // Inner.Mark
            0xFF, 0xFF, 0xFF, 0x65, // Inner.Sum: ~(0x4D + 0x4D)
            0xFF, 0xFF, 0xFC, 0x02, // Sum: ~(1 + 0x9A + 3 * 0xFF + 0x65)
        ], Layout.BytesOf(in value));
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void A_nested_layout_is_a_value()
    {
        var value = default(Outer);

        value.Inner = new Inner { Mark = 0x0102 };

        SameBytes([0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0], Layout.BytesOf(in value));
        Assert.Equal(0x0102, value.Inner.Mark);
    }

    [Fact]
    public void A_nested_layout_is_edited_in_place()
    {
        var value = default(Outer);

        value.EditInner().Mark = 0x0102;

        Assert.Equal(0x0102, value.Inner.Mark);
    }

    [Fact]
    public void A_violation_inside_names_the_path_and_the_outer_offset()
    {
        var value = default(Outer);
        value.Seal();
        value.EditInner().Mark = 0;

        var violations = Layout.Validate(in value).Select(violation => violation.ToString()).ToList();

        Assert.Equal("FKV001: Outer.Inner.Mark at byte 1: found 0x0000, expected 0x4d4d", violations[0]);
        Assert.StartsWith("FKV003: Outer.Inner.Sum at byte 3:", violations[1], StringComparison.Ordinal);
        Assert.StartsWith("FKV003: Outer.Sum at byte 7:", violations[2], StringComparison.Ordinal);
        Assert.Equal(3, violations.Count);
    }

    [Fact]
    public void A_layout_in_itself_is_refused() => DiagnoseField(
        "FK0024", "public partial ⟦Header⟧ Value { readonly get; set; }");

    [Fact]
    public void A_layout_in_itself_by_a_detour_is_refused_with_the_way()
    {
        var message = Run("""
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct First { public partial Second Value { readonly get; set; } }
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Second { [FixedCount(1)] public readonly partial ReadOnlySpan<First> Value { get; } }
            """).Diagnostics.First(diagnostic => diagnostic.Id == "FK0024").GetMessage(null);

        Assert.Equal("'Value' would contain 'First' within itself: First.Value → Second.Value → First", message);
    }

    [Fact]
    public void A_nested_layout_must_be_seen_by_the_editing_class() => Diagnose("FK0028", """
        public partial class Disk
        {
            [BinaryLayout(1, ByteOrder.BigEndian)]
            private partial struct Inner { public partial byte Value { readonly get; set; } }

            [BinaryLayout(1, ByteOrder.BigEndian)]
            internal partial struct Outer { private partial ⟦Inner⟧ Value { readonly get; set; } }
        }
        """);
}
