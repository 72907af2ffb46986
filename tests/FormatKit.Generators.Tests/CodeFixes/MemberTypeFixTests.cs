using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class MemberTypeFixTests
{
    [Theory]
    [InlineData("int", "uint")]
    [InlineData("sbyte", "byte")]
    [InlineData("short", "ushort")]
    [InlineData("long", "ulong")]
    [InlineData("bool", "byte")]
    [InlineData("float", "uint")]
    public void A_count_becomes_an_unsigned_integer(string wrong, string right) => Fix<MemberTypeFix>(
        $"Make 'N' a {right}", Counted($"public {wrong} N"), Counted($"public {right} N"));

    [Fact]
    public void A_count_is_no_constant() => Fix<MemberTypeFix>(
        "Remove [Constant] from 'N'", Counted("[Constant(3)] public byte N"), Counted("public byte N"));

    [Fact]
    public void For_a_condition_nothing_is_offered() => Assert.Empty(Titles<MemberTypeFix>(
        Record("[UniqueId(GuidOrder.Mixed)] public Guid N { get; set; } "
            + "[When(nameof(N))] public uint? Value { get; set; }")));

    private static string Counted(string count) =>
        Record(count + " { get; set; } [Count(nameof(N))] public uint[] Values { get; set; } = [];");

    private static string Record(string fields) =>
        $"[BinaryRecord(ByteOrder.BigEndian)] public partial class Chunk {{ {fields} }}";
}
