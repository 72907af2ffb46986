using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class DirectiveDoesNotApplyFixTests
{
    private const string Field = "public readonly partial ReadOnlySpan<byte> Value { get; }";

    [Theory]
    [InlineData("[Endian(ByteOrder.BigEndian), Bytes(4)] ")]
    [InlineData("[Bytes(4), Endian(ByteOrder.BigEndian)] ")]
    [InlineData("[Endian(ByteOrder.BigEndian)] [Bytes(4)] ")]
    [InlineData("[Endian(ByteOrder.BigEndian)]\n    [Bytes(4)] ")]
    public void The_attribute_goes(string attributes) =>
        FixField<DirectiveDoesNotApplyFix>("Remove [Endian]", attributes + Field, "[Bytes(4)] " + Field);
}
