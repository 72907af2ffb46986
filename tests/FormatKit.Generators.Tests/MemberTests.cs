using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class MemberTests
{
    private const string Field = "public partial uint Value { readonly get; set; }";

    [Theory]
    [InlineData("private uint ⟦_value⟧;", "a field")]
    [InlineData("public event Action ⟦Changed⟧;", "an event")]
    [InlineData("public readonly byte ⟦this⟧[int index] => 0;", "an indexer")]
    [InlineData("public readonly int ⟦Slice⟧(int start, int length) => 0;", "a Slice method")]
    [InlineData("[Offset(4)] public static uint ⟦Count⟧ => 0;", "a static property")]
    public void A_member_that_stores_or_hides_bytes_is_refused(string member, string kind)
    {
        var message = DiagnoseField("FK0008", $"{Field}\n{member}");

        Assert.Contains($"is {kind};", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_auto_property_is_told_its_form()
    {
        var message = DiagnoseField("FK0010", $"{Field}\n[Bytes(4)] public ReadOnlySpan<byte> ⟦Raw⟧ {{ get; set; }}");

        Assert.Equal(
            "'Raw' is an auto-property, which would store bytes of its own; "
            + "declare it as 'public readonly partial ReadOnlySpan<byte> Raw { get; }'", message);
    }

    [Fact]
    public void Fields_in_another_part_are_refused() => Diagnose("FK0009", $$"""
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header { {{Field}} }
        public partial struct Header { public partial uint ⟦Other⟧ { readonly get; set; } }
        """);

    [Fact]
    public void Other_members_may_stand_in_another_part() => RunClean(
        $$"""
        #pragma warning disable CS1591
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header { {{Field}} }
        """,
        """
        #pragma warning disable CS1591
        public partial struct Header { public readonly bool IsZero() => Value == 0; }
        """);

    [Theory]
    [InlineData("View")]
    [InlineData("Edit")]
    [InlineData("Read")]
    [InlineData("TryRead")]
    [InlineData("Equals")]
    [InlineData("GetHashCode")]
    [InlineData("ToString")]
    public void The_names_of_the_operations_are_taken(string name) => DiagnoseField(
        "FK0011", $$"""public partial uint ⟦{{name}}⟧ { readonly get; set; }""");

    [Theory]
    [InlineData("public static ref readonly Header ⟦View⟧(ReadOnlySpan<byte> all) => ref Layout.View<Header>(all);")]
    [InlineData("public static bool ⟦TryRead⟧(ReadOnlySpan<byte> all, out Header to) => Equals(to = default, 0);")]
    public void A_method_with_the_parameters_of_an_operation_is_refused(string member) => Diagnose("FK0011", $$"""
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header { {{Field}} {{member}} }
        """);

    [Theory]
    [InlineData("View")]
    [InlineData("TryRead")]
    [InlineData("ToString")]
    [InlineData("Equals")]
    public void A_layout_cannot_have_the_name_of_its_own_member(string name) => Diagnose("FK0011", $$"""
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct ⟦{{name}}⟧ { {{Field}} }
        """);

    [Theory]
    [InlineData("[BinaryLayout(4, ByteOrder.BigEndian)] public partial struct ⟦@var⟧ { " + Field + " }")]
    [InlineData("[BinaryRecord(ByteOrder.BigEndian)] public partial struct ⟦@var⟧ { public byte Value { get; set; } }")]
    public void The_name_var_stays_what_it_means_to_everyone(string declaration) => Diagnose("FK0011", declaration);

    [Fact]
    public void A_taken_name_has_no_consequences() => Assert.StartsWith(
        "File0.cs(3,68): error FK0011", Assert.Single(Run("""
            #pragma warning disable CS1591
            [BinaryLayout(4, ByteOrder.BigEndian)]
            public partial struct Header { public partial uint                 Read { readonly get; set; } }
            """).Complaints), StringComparison.Ordinal);

    [Theory]
    [InlineData("public readonly bool ⟦Equals⟧(Header other) => true;")]
    [InlineData("public override readonly bool ⟦Equals⟧(object? other) => true;")]
    [InlineData("public override readonly int ⟦GetHashCode⟧() => 0;")]
    public void Equality_is_that_of_the_bytes(string member) => Diagnose("FK0011", $$"""
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header { {{Field}} {{member}} }
        """);

    [Fact]
    public void Another_overload_of_equals_is_the_users_own() => RunClean($$"""
        #pragma warning disable CS1591
        [BinaryLayout(4, ByteOrder.BigEndian)]
        public partial struct Header { {{Field}} public readonly bool Equals(uint value) => Value == value; }
        """);
}
