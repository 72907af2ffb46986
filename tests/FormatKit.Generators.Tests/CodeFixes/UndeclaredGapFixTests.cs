using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class UndeclaredGapFixTests
{
    private const string First = "public partial ushort First { readonly get; set; }";
    private const string Second = "public partial ushort Second { readonly get; set; } // behind the first";

    [Fact]
    public void Missing_bytes_become_a_reserved_field() => FixField<UndeclaredGapFix>(
        "Add [Reserved(4)] before 'Second'",
        $"{First}\n    // Where it starts:\n    [Offset(6)] {Second}",
        $"{First}\n    [Reserved(4)] public readonly partial ReadOnlySpan<byte> Reserved {{ get; }}\n"
            + $"    // Where it starts:\n    [Offset(6)] {Second}",
        8);

    [Fact]
    public void It_stands_apart_where_fields_do() => FixField<UndeclaredGapFix>(
        "Add [Reserved(4)] before 'Second'",
        $"{First}\n\n    /// <summary>The second.</summary>\n    [Offset(6)] {Second}",
        $"{First}\n\n    /// <summary>Reserved.</summary>\n"
            + "    [Reserved(4)] public readonly partial ReadOnlySpan<byte> Reserved { get; }\n\n"
            + $"    /// <summary>The second.</summary>\n    [Offset(6)] {Second}",
        8);

    [Fact]
    public void Lines_end_as_they_do_in_the_file() => Fix<UndeclaredGapFix>(
        "Add [Reserved(4)] before 'Second'",
        Layout($"{First}\n    [Offset(6)] {Second}", 8).Replace("\n", "\r\n", StringComparison.Ordinal),
        Layout($"{First}\n    [Reserved(4)] public readonly partial ReadOnlySpan<byte> Reserved {{ get; }}\n"
            + $"    [Offset(6)] {Second}", 8).Replace("\n", "\r\n", StringComparison.Ordinal));

    [Fact]
    public void The_offset_becomes_where_the_field_is() => FixField<UndeclaredGapFix>(
        "Change the offset to 2",
        $"{First}\n    [Offset(100)] {Second}",
        $"{First}\n    [Offset(2)] {Second}");
}
