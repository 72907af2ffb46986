using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[Replica("the end of the file"), BinaryLayout(4, ByteOrder.BigEndian)]
internal partial struct Doubled
{
    [PerCopy(Mirrors = nameof(Other))] public partial byte Own { readonly get; set; }
    [PerCopy(Mirrors = nameof(Own))] public partial byte Other { readonly get; set; }
    [PerCopy] public partial byte Free { readonly get; set; }
    public partial byte Value { readonly get; set; }
}

public sealed class PerCopyTests
{
    [Fact]
    public void What_is_each_copys_own_makes_no_difference()
    {
        var first = new Doubled { Own = 1, Other = 9, Free = 5, Value = 7 };
        var second = new Doubled { Own = 9, Other = 1, Free = 6, Value = 7 };

        Assert.Empty(Replica.Compare(in first, in second));
    }

    [Fact]
    public void What_is_not_does()
    {
        var first = new Doubled { Own = 1, Other = 9, Value = 7 };
        var second = new Doubled { Own = 9, Other = 1, Value = 8 };

        Assert.Equal(["Value"], Replica.Compare(in first, in second).Select(violation => violation.Path));
    }

    [Fact]
    public void A_field_that_mirrors_another_must_hold_its_value()
    {
        var first = new Doubled { Own = 1, Other = 9 };
        var second = new Doubled { Own = 8, Other = 1 };

        Assert.NotEmpty(Replica.Compare(in first, in second));
    }

    [Fact]
    public void The_table_says_so()
    {
        var fields = Layout.InfoOf<Doubled>().Fields;

        Assert.Equal([true, true, true, false], fields.Select(field => field.IsPerCopy));
        Assert.Equal(["Other", "Own", null, null], fields.Select(field => field.Mirrors));
    }

    [Fact]
    public void Only_a_replica_has_such_fields() => DiagnoseField(
        "FK0079", "[⟦PerCopy⟧] public partial uint Value { readonly get; set; }");

    [Theory]
    [InlineData("⟦\"Missing\"⟧")]
    [InlineData("⟦nameof(Value)⟧")]
    [InlineData("⟦nameof(Narrow)⟧")]
    public void A_mirror_is_another_field_of_the_same_type(string mirrors) => Diagnose("FK0078", $$"""
        [Replica("elsewhere"), BinaryLayout(5, ByteOrder.BigEndian)]
        public partial struct Header
        {
            [PerCopy(Mirrors = {{mirrors}})] public partial uint Value { readonly get; set; }
            public partial byte Narrow { readonly get; set; }
        }
        """);
}
