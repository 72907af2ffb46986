using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[Flags]
internal enum Traits : int
{
    None = 0,
    Compressed = 1,
    Sparse = 2,
    Last = int.MinValue,
}

[BinaryLayout(11, ByteOrder.LittleEndian)]
internal partial struct Policies
{
    [FlagPolicy(UnknownValues.Reject, Required = 2)] public partial Traits Named { readonly get; set; }
    [FlagPolicy(UnknownValues.Reject, Known = 0x0F)] public partial ushort Masked { readonly get; set; }
    [FlagPolicy(UnknownValues.Preserve, Required = 0x80)] public partial byte Kept { readonly get; set; }
    [FlagPolicy(UnknownValues.Preserve)] public partial Traits Free { readonly get; set; }
}

public sealed class FlagPolicyTests
{
    [Fact]
    public void Known_and_required_bits_are_legal() => Assert.Empty(Layout.Validate(new Policies
    {
        Named = Traits.Sparse | Traits.Last, Masked = 0x0F, Kept = 0xFF, Free = (Traits)0x7777,
    }));

    [Fact]
    public void Missing_and_unknown_bits_are_two_violations() => Assert.Equal(
        [
            "FKV008: Policies.Named at byte 0: found Compressed | unknown 0x00000100 (0x00000101), "
                + "expected Sparse (0x00000002) set",
            "FKV009: Policies.Named at byte 0: found Compressed | unknown 0x00000100 (0x00000101), "
                + "expected no bits but Compressed | Sparse | Last (0x80000003)",
            "FKV009: Policies.Masked at byte 4: found 16, expected no bits but 15",
            "FKV008: Policies.Kept at byte 6: found 127, expected 128 set",
        ],
        Layout.Validate(new Policies { Named = (Traits)0x101, Masked = 0x10, Kept = 0x7F })
            .Select(violation => violation.ToString()));

    [Fact]
    public void The_masks_stand_in_the_table()
    {
        var fields = Layout.InfoOf<Policies>().Fields;

        Assert.Equal((2UL, 0x80000003UL), (fields[0].RequiredBits, fields[0].KnownBits!.Value));
        Assert.Equal((0x80UL, null), (fields[2].RequiredBits, fields[2].KnownBits));
    }

    [Fact]
    public void An_integer_must_say_which_bits_are_known() => DiagnoseField(
        "FK0052", "[⟦FlagPolicy(UnknownValues.Reject)⟧] public partial uint Value { readonly get; set; }");

    [Fact]
    public void A_required_bit_that_is_not_known_is_refused() => DiagnoseField(
        "FK0053", """
        [FlagPolicy(UnknownValues.Reject, Known = 3, Required = ⟦4⟧)]
        public partial uint Value { readonly get; set; }
        """);

    [Theory]
    [InlineData("Known")]
    [InlineData("Required")]
    public void A_mask_that_does_not_fit_is_refused(string mask) => DiagnoseField(
        "FK0020",
        $"[FlagPolicy(UnknownValues.Preserve, {mask} = ⟦0x100⟧)] public partial byte Value {{ readonly get; set; }}",
        size: 1);

    [Fact]
    public void An_enum_whose_names_are_no_bits_is_refused() => Diagnose("FK0014", """
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header
        {
            [⟦FlagPolicy(UnknownValues.Reject)⟧] public partial Kind Value { readonly get; set; }
        }
        public enum Kind : uint { One = 1 }
        """);
}
