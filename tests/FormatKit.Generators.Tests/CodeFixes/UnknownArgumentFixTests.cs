using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class UnknownArgumentFixTests
{
    [Theory]
    [InlineData("ByteOrder.LittleEndian")]
    [InlineData("ByteOrder.BigEndian")]
    public void Every_value_is_offered(string value) => FixField<UnknownArgumentFix>(
        $"Write {value}",
        "[Endian((ByteOrder)7)] public partial uint Value { readonly get; set; }",
        $"[Endian({value})] public partial uint Value {{ readonly get; set; }}");
}
