using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class NotCoveredFixTests
{
    private const string Fields = "public partial uint A { readonly get; set; }\n"
        + "    public partial uint B { readonly get; set; }\n    ";

    private const string Sum = " public partial uint Sum { readonly get; set; }";

    [Fact]
    public void A_field_is_left_out_on_purpose() => FixField<NotCoveredFix>(
        "Leave out 'B' on purpose",
        $"{Fields}[Checksum<Crc32>(Over = [nameof(A)])]{Sum}",
        $"{Fields}[Checksum<Crc32>(Over = [nameof(A)], Except = [nameof(B)])]{Sum}",
        12);

    [Fact]
    public void A_field_is_covered_too() => FixField<NotCoveredFix>(
        "Cover 'B' too",
        $"{Fields}[Checksum<Crc32>(Over = [nameof(A)])]{Sum}",
        $"{Fields}[Checksum<Crc32>(Over = [nameof(A), nameof(B)])]{Sum}",
        12);
}
