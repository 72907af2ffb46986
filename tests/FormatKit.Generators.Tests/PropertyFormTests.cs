using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class PropertyFormTests
{
    [Theory]
    [InlineData("public partial uint Value { ⟦get⟧; set; }")]
    [InlineData("public partial uint ⟦Value⟧ { set; }")]
    [InlineData("public readonly partial uint ⟦Value⟧ { get; }")]
    [InlineData("public partial uint ⟦Value⟧ { get; }")]
    [InlineData("public partial uint Value { readonly get; ⟦init⟧; }")]
    [InlineData("public readonly partial uint ⟦Value⟧ { get; set; }")]
    [InlineData("public ⟦required⟧ partial uint Value { readonly get; set; }")]
    [InlineData("public partial ⟦ref uint⟧ Value { get; }")]
    public void A_value_is_read_without_a_copy_and_set(string field)
    {
        var message = DiagnoseField("FK0010", field);

        Assert.EndsWith(
            "declare it as 'public partial uint Value { readonly get; set; }'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Bytes(4)] public partial ReadOnlySpan<byte> ⟦Value⟧ { get; }")]
    [InlineData("[Bytes(4)] public partial ReadOnlySpan<byte> Value { readonly get; ⟦set⟧; }")]
    public void A_span_is_read_only(string field)
    {
        var message = DiagnoseField("FK0010", field);

        Assert.EndsWith(
            "declare it as 'public readonly partial ReadOnlySpan<byte> Value { get; }'",
            message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Offset(0)] public readonly uint ⟦Value⟧ => 0;")]
    public void A_field_has_no_body_of_its_own(string field) => DiagnoseField("FK0010", field);

    [Fact]
    public void A_setter_may_be_private() => RunClean("""
        #pragma warning disable CS1591
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header { public partial uint Value { readonly get; private set; } }
        """);

    [Fact]
    public void A_computed_property_is_the_users_own() => RunClean("""
        #pragma warning disable CS1591
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header
        {
            public partial uint Value { readonly get; set; }
            public readonly bool IsZero => Value == 0;
            public static Header Default { get; } = default;
            public const int Limit = 4;
        }
        """);

    [Fact]
    public void A_field_may_be_obsolete_or_a_keyword_or_internal() => RunClean("""
        #pragma warning disable CS1591
        [BinaryLayout(12, ByteOrder.BigEndian)]
        public partial struct Header
        {
            [Obsolete("unused"), NullValue(0)] public partial uint @class { readonly get; set; }
            internal partial uint @value { readonly get; set; }
            [Text(2, TextEncoding.Ascii)] private partial string @string { readonly get; set; }
            [Bytes(2)] internal readonly partial ReadOnlySpan<byte> @in { get; }
        }
        """);

    [Fact]
    public void Fields_may_be_called_what_the_contract_is_called() => RunClean("""
        #pragma warning disable CS1591
        [BinaryLayout(24, ByteOrder.BigEndian, Spec = "A & B <1>")]
        public partial struct Header
        {
            public partial uint Size { readonly get; set; }
            public partial uint Info { readonly get; set; }
            public partial uint Seal { readonly get; set; }
            public partial uint Validate { readonly get; set; }
            public partial uint FieldTable { readonly get; set; }
            public partial uint _bytes { readonly get; set; }
        }
        """);
}
