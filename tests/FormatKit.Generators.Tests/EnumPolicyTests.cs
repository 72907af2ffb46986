using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

internal enum Direction : sbyte
{
    Down = -1,
    Up = 1,
    Upward = Up,
}

[BinaryLayout(2, ByteOrder.BigEndian)]
internal partial struct Directions
{
    [EnumPolicy(UnknownValues.Reject)] public partial Direction Strict { readonly get; set; }
    [EnumPolicy(UnknownValues.Preserve)] public partial Direction Lenient { readonly get; set; }
}

public sealed class EnumPolicyTests
{
    [Fact]
    public void Named_values_are_accepted()
    {
        var value = new Directions { Strict = Direction.Down, Lenient = (Direction)5 };

        Assert.True(Layout.IsValid(in value));
        SameBytes([0xFF, 5], Layout.BytesOf(in value));
    }

    [Fact]
    public void An_unknown_value_is_kept_and_reported()
    {
        var value = new Directions { Strict = (Direction)5 };

        var violation = Assert.Single(Layout.Validate(in value));

        Assert.Equal(
            "FKV004: Directions.Strict at byte 0: found 5 (unknown), expected one of Down (255), Up (1)",
            violation.ToString());
        Assert.Equal((Direction)5, value.Strict);
    }

    [Fact]
    public void Bits_that_combine_have_no_names_to_reject() => Diagnose("FK0014", """
        [Flags] public enum Bits : uint { None }
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header
        {
            [⟦EnumPolicy(UnknownValues.Reject)⟧] public partial Bits Value { readonly get; set; }
        }
        """);

    [Fact]
    public void An_integer_has_no_names() => DiagnoseField(
        "FK0014", "[⟦EnumPolicy(UnknownValues.Reject)⟧] public partial uint Value { readonly get; set; }");

    [Fact]
    public void An_enum_without_names_would_reject_everything() => Diagnose("FK0027", """
        public enum Nothing : uint;
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header
        {
            [EnumPolicy(⟦UnknownValues.Reject⟧)] public partial Nothing Value { readonly get; set; }
        }
        """);
}
