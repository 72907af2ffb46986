using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(2, ByteOrder.BigEndian, Spec = "Guide, 2")]
internal partial struct Clauses
{
    [Spec("Guide, 2.1"), Constant(1)] public partial byte Own { readonly get; set; }
    [Constant(1)] public partial byte Shared { readonly get; set; }
}

public sealed class SpecTests
{
    [Fact]
    public void A_fields_clause_stands_in_the_table_and_in_its_violations()
    {
        var violations = Layout.Validate(default(Clauses));

        Assert.Equal("Guide, 2.1", Layout.InfoOf<Clauses>().Fields[0].Spec);
        Assert.Equal(["Guide, 2.1", "Guide, 2"], violations.Select(violation => violation.Spec));
        Assert.Equal(
            "FKV002: Clauses.Own at byte 0: found 0x00, expected 0x01 (Guide, 2.1)", violations[0].ToString());
    }

    [Fact]
    public void The_documentation_quotes_the_fields_clause() => Assert.Contains(
        "/// <remarks>Offset 0, 4 bytes, big endian. Guide, 2.1 &amp; 3.</remarks>",
        Run("""
            [BinaryLayout(4, ByteOrder.BigEndian, Spec = "Guide, 2")]
            public partial struct Header
            {
                [Spec("Guide, 2.1 & 3.")] public partial uint Value { readonly get; set; }
            }
            """).Source("Header.g.cs"),
        StringComparison.Ordinal);
}
