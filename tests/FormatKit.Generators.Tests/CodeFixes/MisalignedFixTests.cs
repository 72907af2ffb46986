using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class MisalignedFixTests
{
    [Fact]
    public void The_bytes_before_the_field_become_a_reserved_field() => FixField<MisalignedFix>(
        "Add [Reserved(3)] before 'Second'",
        "public partial byte First { readonly get; set; }\n"
            + "    [Align(4)] public partial uint Second { readonly get; set; }",
        "public partial byte First { readonly get; set; }\n"
            + "    [Reserved(3)] public readonly partial ReadOnlySpan<byte> Reserved { get; }\n"
            + "    [Align(4)] public partial uint Second { readonly get; set; }",
        8);
}
