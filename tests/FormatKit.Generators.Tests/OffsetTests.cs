using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class OffsetTests
{
    [Fact]
    public void A_wrong_offset_is_told_the_right_one()
    {
        var message = DiagnoseField("FK0007", size: 8, markedField: """
            [Offset(0)] public partial uint First { readonly get; set; }
            [Offset(⟦6⟧)] public partial uint Second { readonly get; set; }
            """);

        Assert.Equal("'Second' starts at offset 4, not 6: that is where the fields before it end", message);
    }

    [Fact]
    public void One_slip_is_one_diagnostic() => DiagnoseField("FK0007", size: 16, markedField: """
        [Offset(0)] public partial uint First { readonly get; set; }
        [Offset(⟦8⟧)] public partial uint Second { readonly get; set; }
        [Offset(12)] public partial uint Third { readonly get; set; }
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
