using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(2, ByteOrder.LittleEndian)]
internal partial struct Truths
{
    public partial bool First { readonly get; set; }
    public partial bool Second { readonly get; set; }
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Answer
{
    public bool IsYes { get; set; }
    [Timestamp("1970-01-01", TimeUnit.Milliseconds, Width = 6)] public DateTimeOffset At { get; set; }
    [Text(3, TextEncoding.Utf8)] public string Name { get; set; } = "";
}

public sealed class BoolTests
{
    [Fact]
    public void In_a_record_what_would_not_be_written_as_it_was_read_is_reported()
    {
        var violations = Records.Parse<Answer>([2, 255, 255, 255, 255, 255, 255, 0xE2, 0x82, 0]).Violations;

        Assert.Equal(
            ["NotBoolean IsYes at 0", "Time At at 1", "BadText Name at 7"],
            violations.Select(violation => $"{violation.Kind} {violation.Path} at {violation.Offset}"));
    }

    [Fact]
    public void A_record_has_no_array_of_truths() => Diagnose("FK0104", """
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Answers { [Prefixed(1)] public ⟦bool[]⟧ All { get; set; } = []; }
        """);

    [Fact]
    public void Truths_are_written_as_one_and_zero()
    {
        var value = Truths.View([0, 7]);

        (value.First, value.Second) = (true, false);

        SameBytes([1, 0], Layout.BytesOf(in value));
        Assert.True(Layout.IsValid(in value));
    }

    [Fact]
    public void Whatever_is_not_zero_is_true_and_reported()
    {
        ref readonly var value = ref Truths.View([0, 0x80]);

        Assert.Equal((false, true), (value.First, value.Second));
        Assert.Equal(
            "FKV011: Truths.Second at byte 1: found true (128), expected 0 or 1",
            Assert.Single(Layout.Validate(in value)).ToString());
    }

    [Fact]
    public void The_byte_itself_can_be_read_and_edited()
    {
        var value = default(Truths);

        value.EditSecondBytes()[0] = 0xFF;

        Assert.Equal(0xFF, value.SecondBytes[0]);
        Assert.Equal("Truths { First = false, Second = true (255) }", value.ToString());
    }

    [Fact]
    public void The_name_of_the_byte_must_be_free() => DiagnoseField("FK0011", """
        public partial bool Value { readonly get; set; }
        public const int ⟦ValueBytes⟧ = 4;
        """, size: 1);

    [Fact]
    public void A_truth_has_no_byte_order() => DiagnoseField(
        "FK0014", "[⟦Endian(ByteOrder.BigEndian)⟧] public partial bool Value { readonly get; set; }", size: 1);
}
