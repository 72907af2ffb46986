using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class NullableAlwaysFixTests
{
    [Fact]
    public void The_question_mark_goes() => Fix<NullableAlwaysFix>(
        "Make it 'uint'", Record("public uint? Value { get; set; }"), Record("public uint Value { get; set; }"));

    private static string Record(string fields) =>
        $"[BinaryRecord(ByteOrder.BigEndian)] public partial class Chunk {{ {fields} }}";
}
