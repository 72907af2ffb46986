using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class OffsetTests
{
    [Fact]
    public void An_offset_before_the_end_of_the_fields_before_is_told_the_right_one()
    {
        var message = DiagnoseField("FK0007", size: 8, markedField: """
            [Offset(0)] public partial uint First { readonly get; set; }
            [Offset(⟦3⟧)] public partial uint Second { readonly get; set; }
            """);

        Assert.Equal("'Second' starts at offset 4, not 3: that is where the fields before it end", message);
    }

    [Fact]
    public void Bytes_that_are_not_declared_are_told_with_their_cure()
    {
        var message = DiagnoseField("FK0086", size: 8, markedField: """
            [Offset(0)] public partial ushort First { readonly get; set; }
            [Offset(⟦4⟧)] public partial uint Second { readonly get; set; }
            """);

        Assert.Equal(
            "'Second' starts at offset 2, not 4: the 2 bytes between are not declared; [Reserved(2)] before it would "
            + "keep them",
            message);
    }

    [Theory]
    [InlineData("FK0086", 8, 12)]
    [InlineData("FK0007", 2, 6)]
    public void One_slip_is_one_diagnostic(string id, int second, int third) =>
        DiagnoseField(id, size: 16, markedField: $$"""
            [Offset(0)] public partial uint First { readonly get; set; }
            [Offset(⟦{{second}}⟧)] public partial uint Second { readonly get; set; }
            [Offset({{third}})] public partial uint Third { readonly get; set; }
            """);

    [Fact]
    public void A_field_without_an_offset_stands_after_the_one_before() => RunClean("""
        #pragma warning disable CS1591
        [BinaryLayout(8, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial uint First { readonly get; set; }
            [Offset(4)] public partial uint Second { readonly get; set; }
        }
        """);
}
