using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class ContainingTypeNotPartialFixTests
{
    [Theory]
    [InlineData("public sealed class Disk", "public sealed partial class Disk")]
    [InlineData("public interface Disk", "public partial interface Disk")]
    [InlineData("public record Disk", "public partial record Disk")]
    public void The_type_around_a_layout_becomes_partial(string before, string after) =>
        Fix<ContainingTypeNotPartialFix>("Make 'Disk' partial", Nested(before), Nested(after));

    private static string Nested(string outer) => $$"""
        {{outer}}
        {
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header { public partial uint Value { readonly get; set; } }
        }
        """;
}
