using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryLayout(2, ByteOrder.BigEndian)]
internal partial struct Free
{
    public partial ushort Value { readonly get; set; }
}

[BinaryLayout(8, ByteOrder.BigEndian)]
internal partial struct FreeTable
{
    public partial Free First { readonly get; set; }
    [FixedCount(3)] public readonly partial ReadOnlySpan<Free> Others { get; }
}

[BinaryLayout(13, ByteOrder.BigEndian)]
internal partial struct Wrapped
{
    public partial Free Before { readonly get; set; }
    public partial Outer Outer { readonly get; set; }
}

[BinaryLayout(28, ByteOrder.BigEndian)]
internal partial struct WrappedTable
{
    public partial Free Before { readonly get; set; }
    [FixedCount(2)] public readonly partial ReadOnlySpan<Wrapped> Entries { get; }
}

public sealed class HasRulesTests
{
    [Theory]
    [InlineData("public partial uint Value { readonly get; set; }", "false")]
    [InlineData("[Magic(\"abcd\")] public partial uint Value { readonly get; set; }", "true")]
    [InlineData("[Constant(1)] public partial uint Value { readonly get; set; }", "true")]
    [InlineData("[Checksum<Crc32>(External = \"map\")] public partial uint Value { readonly get; set; }", "true")]
    [InlineData("public partial Kind Value { readonly get; set; }", "false")]
    [InlineData("[EnumPolicy(UnknownValues.Reject)] public partial Kind Value { readonly get; set; }", "true")]
    public void A_field_decides_it_for_good(string field, string says) => Assert.Contains(
        $"static bool global::FormatKit.IBinaryLayout<Header>.HasRules => {says};",
        Run($$"""
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header { {{field}} }
            public enum Kind : uint { One = 1 }
            """).Source("Header.g.cs"),
        StringComparison.Ordinal);

    [Fact]
    public void Nested_layouts_are_asked_once_each_since_they_may_be_declared_elsewhere()
    {
        var source = Run("""
            [BinaryLayout(1, ByteOrder.BigEndian)]
            public partial struct First { public partial byte Value { readonly get; set; } }
            """, """
            [BinaryLayout(1, ByteOrder.BigEndian)]
            public partial struct Second { [Constant(1)] public partial byte Value { readonly get; set; } }
            """, """
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header
            {
                public partial First First { readonly get; set; }
                [FixedCount(2)] public readonly partial ReadOnlySpan<Second> Seconds { get; }
                public partial First Last { readonly get; set; }
            }
            """).Source("Header.g.cs");

        Assert.Contains("""
                static bool global::FormatKit.IBinaryLayout<Header>.HasRules =>
                    global::FormatKit.Layout.HasRules<global::First>()
                    || global::FormatKit.Layout.HasRules<global::Second>();
            """.ReplaceLineEndings("\n"), source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layout_has_the_rules_of_what_is_nested_however_deep()
    {
        Assert.False(Layout.HasRules<Free>());
        Assert.False(Layout.HasRules<FreeTable>());
        Assert.True(Layout.HasRules<Wrapped>());
        Assert.True(Layout.HasRules<WrappedTable>());
    }

    [Fact]
    public void Rules_are_validated_through_an_array_of_layouts_that_have_them_by_nesting_only()
    {
        var value = default(WrappedTable);
        value.Seal();
        Assert.True(Layout.IsValid(in value));
        value.EditEntries()[1].EditOuter().EditInner().Mark = 0;

        var violations = Layout.Validate(in value);

        Assert.Equal(
            [
                ("Entries[1].Outer.Inner.Mark", 18),
                ("Entries[1].Outer.Inner.Sum", 20),
                ("Entries[1].Outer.Sum", 24),
            ],
            violations.Select(violation => (violation.Path, violation.Offset)));
    }

    [Fact]
    public void A_layout_without_rules_is_never_asked_to_validate_or_seal()
    {
        var value = default(Unasked);

        Assert.True(Layout.IsValid(in value));
        Assert.Empty(Layout.Validate(in value));
        Layout.Seal(ref value);
        FieldAccess.SealArray<Unasked>([value]);
        var sink = default(FirstViolation);
        Assert.Equal(0, FieldRules.ExpectNested<Free, Unasked, FirstViolation>(0, in value, ref sink));
        Assert.Equal(0, FieldRules.ExpectArray<Free, Unasked, FirstViolation>(0, [value], ref sink));
    }

    /// <summary>By hand, so that being asked can throw.</summary>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Size = 1)]
    private struct Unasked : IBinaryLayout<Unasked>
    {
        static int IBinaryLayout<Unasked>.Size => 1;

        static LayoutInfo IBinaryLayout<Unasked>.Info => throw new InvalidOperationException();

        static bool IBinaryLayout<Unasked>.HasRules => false;

        static int IBinaryLayout<Unasked>.Validate<TSink>(in Unasked value, ref TSink sink) =>
            throw new InvalidOperationException();

        static void IBinaryLayout<Unasked>.Seal(ref Unasked value) =>
            throw new InvalidOperationException();
    }
}
