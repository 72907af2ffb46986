using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

internal enum Form : byte
{
    Plain = 0,
    Packed = 3,
}

[BinaryLayout(1, ByteOrder.BigEndian)]
internal partial struct One
{
    [Constant(1)] public partial byte Value { readonly get; set; }
}

[BinaryLayout(16, ByteOrder.BigEndian)]
internal partial struct Conditions
{
    [Constant(1), Since(nameof(Version), 2)] public partial byte Second { readonly get; set; }
    public partial ushort Version { readonly get; set; }
    public partial Form Form { readonly get; set; }
    public partial Traits Traits { readonly get; set; }
    public partial sbyte Level { readonly get; set; }
    [Constant(1), When(nameof(Version))] public partial byte AnyVersion { readonly get; set; }
    [Constant(1), When(nameof(Form), Form.Packed)] public partial byte WhenPacked { readonly get; set; }
    [Constant(1), When(nameof(Level), -1)] public partial byte WhenMinusOne { readonly get; set; }
    [Constant(1), WhenFlag(nameof(Traits), Traits.Last)] public partial byte WhenLast { readonly get; set; }
    [Constant(1), When(nameof(IsOdd))] public partial byte WhenOdd { readonly get; set; }
    [Constant(1), When(nameof(IsOdd), false)] public partial byte WhenEven { readonly get; set; }
    [When(nameof(Form))] public partial One Part { readonly get; set; }

    public readonly bool IsOdd => Version % 2 == 1;
}

public sealed class WhenTests
{
    private static IEnumerable<string> Broken(Conditions value) =>
        Layout.Validate(value).Select(violation => violation.Path);

    [Fact]
    public void A_rule_counts_only_when_its_field_does()
    {
        Assert.Equal(["WhenEven"], Broken(default));
        Assert.Equal(["AnyVersion", "WhenOdd"], Broken(new() { Version = 1 }));
        Assert.Equal(["Second", "AnyVersion", "WhenEven"], Broken(new() { Version = 2 }));
        Assert.Equal(["WhenPacked", "WhenEven", "Part.Value"], Broken(new() { Form = Form.Packed }));
        Assert.Equal(["WhenEven", "Part.Value"], Broken(new() { Form = (Form)1 }));
        Assert.Equal(["WhenMinusOne", "WhenEven"], Broken(new() { Level = -1 }));
        Assert.Equal(["WhenLast", "WhenEven"], Broken(new() { Traits = Traits.Last | Traits.Sparse }));
    }

    [Fact]
    public void Sealing_writes_what_counts_and_leaves_the_rest()
    {
        var value = new Conditions { Version = 1 };

        value.Seal();

        Assert.Equal((0, 1, 1, 0), (value.Second, value.AnyVersion, value.WhenOdd, value.WhenEven));
        Assert.Empty(Broken(value));
    }

    [Fact]
    public void A_constant_decides_about_a_field_before_it()
    {
        var value = default(Decided);

        value.Seal();

        Assert.Equal((1, 2), (value.Early, value.Version));
    }

    [Fact]
    public void Conditions_stand_in_the_table_in_words_and_as_code()
    {
        var conditions = Layout.InfoOf<Conditions>().Fields
            .Select(field => field.Condition).OfType<FieldCondition>().Select(condition => condition.ToString());
        var second = Layout.InfoOf<Conditions>().Find("Second")!;

        Assert.Equal(
            [
                "Version ≥ 2", "Version", "Form = Packed", "Level = 255", "Traits has Last", "IsOdd",
                "IsOdd = false", "Form",
            ],
            conditions);
        Assert.Equal(new FieldCondition("Version", ConditionKind.AtLeast, 2), second.Condition);
        Assert.True(second.Applies!([0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
        Assert.False(second.Applies!([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void Dissection_says_when_a_field_does_not_count()
    {
        var rows = Dissector.Dissect(Layout.InfoOf<Conditions>(), new byte[16]).Fields
            .ToDictionary(row => row.Path, row => row.Value);

        Assert.Equal("0x00; does not count, only with Version ≥ 2", rows["Second"]);
        Assert.Equal("0x00", rows["WhenEven"]);
        Assert.Equal("does not count, only with Form", rows["Part"]);
    }

    [Fact]
    public void The_documentation_says_when_a_field_counts() => Assert.Contains(
        "Offset 2, 1 byte; always 0x01, counts only with Version ≥ 2.",
        Run("""
            [BinaryLayout(3, ByteOrder.BigEndian)]
            public partial struct Header
            {
                public partial ushort Version { readonly get; set; }
                [Constant(1), Since(nameof(Version), 2)] public partial byte Value { readonly get; set; }
            }
            """).Source("Header.g.cs"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("When(⟦\"Missing\"⟧)")]
    [InlineData("WhenFlag(⟦\"Missing\"⟧, 1)")]
    [InlineData("Since(⟦\"Missing\"⟧, 1)")]
    public void A_member_that_is_not_there_is_refused(string directive) => Refuse("FK0055", directive);

    [Theory]
    [InlineData("When(⟦nameof(Code)⟧)")]
    [InlineData("When(⟦nameof(Value)⟧)")]
    [InlineData("When(⟦nameof(Computed)⟧)")]
    [InlineData("WhenFlag(⟦nameof(Signed)⟧, 1)")]
    [InlineData("WhenFlag(⟦nameof(IsOdd)⟧, 1)")]
    [InlineData("Since(⟦nameof(Kind)⟧, 1)")]
    [InlineData("Since(⟦nameof(Signed)⟧, 1)")]
    public void A_member_that_cannot_be_asked_is_refused(string directive) => Refuse("FK0056", directive);

    [Theory]
    [InlineData("When(nameof(Number), ⟦256⟧)")]
    [InlineData("When(nameof(Number), ⟦-1⟧)")]
    [InlineData("When(nameof(Number), ⟦Kind.One⟧)")]
    [InlineData("When(nameof(Number), ⟦\"one\"⟧)")]
    [InlineData("When(nameof(Number), ⟦null!⟧)")]
    [InlineData("When(nameof(Signed), ⟦128⟧)")]
    [InlineData("When(nameof(IsOdd), ⟦1⟧)")]
    [InlineData("When(nameof(Kind), ⟦DayOfWeek.Monday⟧)")]
    [InlineData("WhenFlag(nameof(Number), ⟦0⟧)")]
    [InlineData("Since(nameof(Number), ⟦256⟧)")]
    public void A_value_that_the_member_cannot_have_is_refused(string directive) => Refuse("FK0057", directive);

    [Fact]
    public void The_message_says_what_would_be_accepted()
    {
        Assert.Equal(
            "[When] of 'Value' compares 'Number' with 256; write a number up to 255",
            Refuse("FK0057", "When(nameof(Number), ⟦256⟧)"));
        Assert.Equal(
            "[Since] of 'Value' cannot ask 'Kind', which is of type 'Kind'; it asks unsigned integer fields",
            Refuse("FK0056", "Since(⟦nameof(Kind)⟧, 1)"));
    }

    [Fact]
    public void A_field_has_one_condition() => Refuse("FK0015", "When(nameof(Number)), ⟦Since(nameof(Number), 1)⟧");

    [Fact]
    public void Reserved_bytes_have_no_condition() => DiagnoseField("FK0014", """
        public partial byte Value { readonly get; set; }
        [⟦When(nameof(Value))⟧, Reserved(3)] public readonly partial ReadOnlySpan<byte> Rest { get; }
        """);

    private static string Refuse(string id, string directive) => Diagnose(id, $$"""
        [BinaryLayout(8, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial byte Number { readonly get; set; }
            public partial sbyte Signed { readonly get; set; }
            public partial Kind Kind { readonly get; set; }
            public partial FourCC Code { readonly get; set; }
            [{{directive}}] public partial byte Value { readonly get; set; }
            public readonly bool IsOdd => Number % 2 == 1;
            public readonly int Computed => Number + 1;
        }
        public enum Kind : byte { One = 1 }
        """);
}

[BinaryLayout(2, ByteOrder.BigEndian)]
internal partial struct Decided
{
    [Constant(1), Since(nameof(Version), 2)] public partial byte Early { readonly get; set; }
    [Constant(2)] public partial byte Version { readonly get; set; }
}
