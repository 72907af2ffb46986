using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class ConditionNotNullableFixTests
{
    [Theory]
    [InlineData("uint")]
    [InlineData("Guid")]
    public void The_type_gets_its_question_mark(string type) => Fix<ConditionNotNullableFix>(
        $"Make it '{type}?'", Record(type), Record(type + "?"));

    private static string Record(string type) => $$"""
        [BinaryRecord(ByteOrder.BigEndian)] public partial class Chunk
        {
            public byte Has { get; set; }
            [When(nameof(Has)){{(type.StartsWith('G') ? ", UniqueId(GuidOrder.Mixed)" : "")}}]
            public {{type}} Value { get; set; }
        }
        """;
}
