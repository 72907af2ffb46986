using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class DirectiveMissingFixTests
{
    [Theory]
    [InlineData("[UniqueId(GuidOrder.Rfc4122)]", "public partial Guid Value { readonly get; set; }", 16)]
    [InlineData("[UniqueId(GuidOrder.Mixed)]", "public partial Guid Value { readonly get; set; }", 16)]
    [InlineData("[Text(16, TextEncoding.Utf8)]", "public partial string Value { readonly get; set; }", 16)]
    [InlineData("[Bytes(16)]", "public readonly partial ReadOnlySpan<byte> Value { get; }", 16)]
    [InlineData("[Reserved(16)]", "public readonly partial ReadOnlySpan<byte> Value { get; }", 16)]
    [InlineData("[Timestamp(\"1970-01-01\")]", "public partial DateTimeOffset Value { readonly get; set; }", 4)]
    public void The_attribute_is_added_with_an_examples_arguments(string attribute, string field, int size) =>
        FixField<DirectiveMissingFix>(
            $"Add {attribute}", $"// {size}\n    {field}", $"// {size}\n    {attribute} {field}", size);

    [Fact]
    public void It_stands_behind_others() => FixField<DirectiveMissingFix>(
        "Add [Bytes(16)]",
        "[Offset(0)]\n    public readonly partial ReadOnlySpan<byte> Value { get; }",
        "[Offset(0)]\n    [Bytes(16)] public readonly partial ReadOnlySpan<byte> Value { get; }",
        16);
}
