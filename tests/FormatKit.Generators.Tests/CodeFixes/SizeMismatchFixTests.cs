using FormatKit.CodeFixes.Fixes;
using static FormatKit.Generators.Tests.Harness.FixHarness;

namespace FormatKit.Generators.Tests.CodeFixes;

public sealed class SizeMismatchFixTests
{
    private const string Field = "public partial uint Value { readonly get; set; } // of the header";

    [Fact]
    public void The_size_becomes_what_the_fields_add_up_to() => Fix<SizeMismatchFix>(
        "Change the size to 4", Layout(Field, 3), Layout(Field));

    [Fact]
    public void Missing_bytes_become_a_reserved_field() => FixField<SizeMismatchFix>(
        "Add [Reserved(8)] at the end",
        Field,
        Field + "\n    [Reserved(8)] public readonly partial ReadOnlySpan<byte> Reserved { get; }",
        12);

    [Fact]
    public void The_new_field_is_documented_where_others_are_and_gets_a_name_of_its_own()
    {
        const string First = """
            /// <summary>A number.</summary>
                public partial uint Reserved { readonly get; set; }

                /// <summary>Another.</summary>
                public partial uint Other { readonly get; set; }
            """;

        FixField<SizeMismatchFix>(
            "Add [Reserved(2)] at the end",
            First,
            First + "\n\n    /// <summary>Reserved.</summary>\n"
                + "    [Reserved(2)] public readonly partial ReadOnlySpan<byte> Reserved2 { get; }",
            10);
    }

    [Fact]
    public void In_one_line_it_stays_one_line() => Fix<SizeMismatchFix>(
        "Add [Reserved(4)] at the end",
        "[BinaryLayout(8, ByteOrder.BigEndian)] partial struct A { public partial int B { readonly get; set; } }",
        "[BinaryLayout(8, ByteOrder.BigEndian)] partial struct A { public partial int B { readonly get; set; }"
            + " [Reserved(4)] public readonly partial ReadOnlySpan<byte> Reserved { get; } }");

    [Fact]
    public void Fields_beyond_the_size_are_not_cut() =>
        Assert.Equal(["Change the size to 4"], Titles<SizeMismatchFix>(Layout(Field, 3)));
}
