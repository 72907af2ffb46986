using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class StructLayoutConflictFixTests
{
    [Theory]
    [InlineData("[BinaryLayout(4, ByteOrder.BigEndian), StructLayout(LayoutKind.Sequential)]\n")]
    [InlineData("[StructLayout(LayoutKind.Sequential), BinaryLayout(4, ByteOrder.BigEndian)]\n")]
    [InlineData("[BinaryLayout(4, ByteOrder.BigEndian)]\n[StructLayout(LayoutKind.Sequential)]\n")]
    [InlineData("[StructLayout(LayoutKind.Sequential)]\n[BinaryLayout(4, ByteOrder.BigEndian)]\n")]
    [InlineData("[StructLayout(LayoutKind.Sequential)] [BinaryLayout(4, ByteOrder.BigEndian)]\n")]
    public void The_attribute_goes_with_its_comma_or_its_line(string attributes) => Fix<StructLayoutConflictFix>(
        "Remove [StructLayout]", Declared(attributes), Declared("[BinaryLayout(4, ByteOrder.BigEndian)]\n"));

    private static string Declared(string attributes) => $$"""
        using System.Runtime.InteropServices;

        // A header.
        {{attributes}}public partial struct Header
        {
            public partial uint Value { readonly get; set; }
        }
        """;
}
