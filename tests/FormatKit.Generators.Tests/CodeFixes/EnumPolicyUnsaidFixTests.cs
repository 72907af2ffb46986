using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class EnumPolicyUnsaidFixTests
{
    private const string Kind = "public enum Kind : uint { None }\n";

    [Theory]
    [InlineData("Preserve")]
    [InlineData("Reject")]
    public void The_policy_is_said(string policy) => Fix<EnumPolicyUnsaidFix>(
        $"Add [EnumPolicy(UnknownValues.{policy})]",
        Kind + Layout("[Offset(0)] public partial Kind Kind { readonly get; set; }"),
        Kind + Layout(
            $"[Offset(0)] [EnumPolicy(UnknownValues.{policy})] public partial Kind Kind {{ readonly get; set; }}"));

    [Fact]
    public void In_a_record_too() => Fix<EnumPolicyUnsaidFix>(
        "Add [EnumPolicy(UnknownValues.Reject)]",
        Kind + "[BinaryRecord(ByteOrder.BigEndian)] public partial class A { public Kind Kind { get; set; } }",
        Kind + "[BinaryRecord(ByteOrder.BigEndian)] public partial class A "
            + "{ [EnumPolicy(UnknownValues.Reject)] public Kind Kind { get; set; } }");
}
