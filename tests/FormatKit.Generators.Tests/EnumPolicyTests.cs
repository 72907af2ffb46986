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
    public void A_policy_that_is_not_said_is_suggested()
    {
        var message = Diagnose("FK0083", """
            public enum Kind : uint { None }
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header { public partial Kind ⟦Kind⟧ { readonly get; set; } }
            """);

        Assert.Equal(
            "'Kind' may hold values that 'Kind' does not name, and keeps them; say so with "
            + "[EnumPolicy(UnknownValues.Preserve)], or refuse them with [EnumPolicy(UnknownValues.Reject)]",
            message);
    }

    [Fact]
    public void A_policy_of_a_records_field_is_suggested_too() => Diagnose("FK0083", """
        public enum Kind : uint { None }
        [BinaryRecord(ByteOrder.BigEndian)]
        public partial class Header { public Kind ⟦Kind⟧ { get; set; } }
        """);

    [Theory]
    [InlineData("[EnumPolicy(UnknownValues.Preserve)]", "enum Kind : byte { None }")]
    [InlineData("[Constant(0)]", "enum Kind : byte { None }")]
    [InlineData("[OneOf(0, 1)]", "enum Kind : byte { None }")]
    [InlineData("", "enum Kind : byte;")]
    [InlineData("", "[Flags] public enum Kind : byte { None }")]
    public void Nothing_is_suggested_where_it_is_said(string directive, string type)
    {
        var run = RunClean($$"""
            #pragma warning disable CS1591
            [BinaryLayout(1, ByteOrder.BigEndian)]
            public partial struct Header { {{directive}} public partial Kind Kind { readonly get; set; } }
            {{(type.StartsWith('[') ? type : "public " + type)}}
            """);

        Assert.Empty(run.Suggestions);
    }

    [Fact]
    public void A_suggestion_does_not_keep_the_code_from_being_emitted()
    {
        var run = RunClean("""
            #pragma warning disable CS1591
            public enum Kind : byte { None }
            [BinaryLayout(1, ByteOrder.BigEndian)]
            public partial struct Header { public partial Kind Kind { readonly get; set; } }
            """);

        Assert.Equal("FK0083", Assert.Single(run.Suggestions).Id);
        Assert.DoesNotContain("throw null!", run.Source("Header.g.cs"), StringComparison.Ordinal);
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
