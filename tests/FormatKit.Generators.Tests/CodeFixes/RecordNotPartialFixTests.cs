using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class RecordNotPartialFixTests
{
    [Theory]
    [InlineData("class")]
    [InlineData("record struct")]
    public void The_record_becomes_partial(string kind) => Fix<RecordNotPartialFix>(
        "Make 'Chunk' partial",
        $"[BinaryRecord(ByteOrder.BigEndian)] public {kind} Chunk {{ public uint Value {{ get; set; }} }}",
        $"[BinaryRecord(ByteOrder.BigEndian)] public partial {kind} Chunk {{ public uint Value {{ get; set; }} }}");
}
