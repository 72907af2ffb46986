using FormatKit.Testing;
using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

internal enum Sectors : uint
{
    First = 0,
    End = 0xFFFF_FFFE,
}

[BinaryLayout(40, ByteOrder.BigEndian)]
internal partial struct Fats
{
    public partial byte Before { readonly get; set; }
    [FixedCount(3)] public readonly partial ReadOnlyEndianSpan<uint> Sums { get; }
    [FixedCount(2), Endian(ByteOrder.LittleEndian)] public readonly partial ReadOnlyEndianSpan<Sectors> Chain { get; }
    [FixedCount(2)] public readonly partial ReadOnlyEndianSpan<short> Deltas { get; }
    [FixedCount(3)] internal readonly partial ReadOnlyEndianSpan<sbyte> Bytes { get; }
    [FixedCount(1)] public readonly partial ReadOnlyEndianSpan<ulong> Long { get; }
    [Reserved(4)] public readonly partial ReadOnlySpan<byte> Reserved { get; }
}

public sealed class IntegersTests
{
    [Fact]
    public void Elements_are_read_in_the_order_of_the_type()
    {
        var bytes = new byte[40];
        byte[] sums = [0, 0, 0, 1, 0, 0, 2, 0, 0xFF, 0, 0, 0];
        sums.CopyTo(bytes, 1);

        Assert.Equal([1u, 0x200u, 0xFF000000u], Fats.View(bytes).Sums.ToArray());
    }

    [Fact]
    public void Elements_are_read_in_the_order_of_their_own()
    {
        var bytes = new byte[40];
        byte[] chain = [0xFE, 0xFF, 0xFF, 0xFF, 0x07, 0, 0, 0];
        chain.CopyTo(bytes, 13);

        Assert.Equal([Sectors.End, (Sectors)7], Fats.View(bytes).Chain.ToArray());
    }

    [Fact]
    public void Elements_are_edited_where_they_stand()
    {
        var value = default(Fats);

        var sums = value.EditSums();
        sums[1] = 0x01020304;
        var deltas = value.EditDeltas();
        deltas[1] = -2;

        SameBytes([0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0], Layout.BytesOf(in value)[1..13]);
        SameBytes([0, 0, 0xFF, 0xFE], Layout.BytesOf(in value)[21..25]);
    }

    [Fact]
    public void All_elements_are_written_at_once()
    {
        var value = default(Fats);

        value.EditSums().CopyFrom([1, 2, 3]);

        SameBytes([0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3], Layout.BytesOf(in value)[1..13]);
        Assert.Throws<ArgumentException>(() => value.EditSums().CopyFrom([1, 2, 3, 4]));
    }

    [Fact]
    public void The_table_says_what_the_elements_are()
    {
        var fields = Layout.InfoOf<Fats>().Fields.ToDictionary(field => field.Name);

        Assert.Equal(
            (FieldKind.Integers, 3, 12, FieldKind.Unsigned, 4, ByteOrder.BigEndian),
            (fields["Sums"].Kind, fields["Sums"].Count!.Value, fields["Sums"].Width, fields["Sums"].Element!.Kind,
                fields["Sums"].Element!.Width, fields["Sums"].Element!.Order));
        Assert.Equal(
            (FieldKind.Enum, ByteOrder.LittleEndian, 2),
            (fields["Chain"].Element!.Kind, fields["Chain"].Element!.Order, fields["Chain"].Element!.EnumNames.Count));
        Assert.Equal((FieldKind.Signed, 2), (fields["Deltas"].Element!.Kind, fields["Deltas"].Element!.Width));
    }

    [Fact]
    public void They_keep_every_law() => Laws.Check<Fats>();

    [Fact]
    public void A_dissection_shows_equal_neighbours_once()
    {
        var value = default(Fats);
        value.EditSums().CopyFrom([7, 9, 9]);
        value.EditChain().CopyFrom([Sectors.End, (Sectors)5]);

        var words = Dissector.Dissect(Layout.InfoOf<Fats>(), Layout.BytesOf(ref value)).Fields
            .ToDictionary(row => row.Path, row => row.Value);

        Assert.Equal("7, 9 (× 2)", words["Sums"]);
        Assert.Equal("End (4294967294), 5 (unknown)", words["Chain"]);
        Assert.Equal("all zero", words["Deltas"]);
        Assert.StartsWith("Fats { Before = 0, Sums = [7, 9 (× 2)], Chain = [End", value.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_says_number_width_and_order()
    {
        var run = RunClean("""
            /// <summary>A header.</summary>
            [BinaryLayout(436, ByteOrder.LittleEndian)]
            public partial struct Header
            {
                /// <summary>Where the table is.</summary>
                [FixedCount(109)] public readonly partial ReadOnlyEndianSpan<uint> DiFat { get; }
            }
            """);

        Assert.Contains(
            "<remarks>Offset 0, 436 bytes, 109 of 4, little endian.</remarks>",
            run.Source("Header.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_needs_its_count() => DiagnoseField(
        "FK0013", "public readonly partial ReadOnlyEndianSpan<uint> ⟦Value⟧ { get; }");

    [Theory]
    [InlineData("0")]
    [InlineData("262145")]
    [InlineData("int.MaxValue")]
    public void A_count_out_of_range_is_refused(string count) => DiagnoseField(
        "FK0016", $$"""[FixedCount(⟦{{count}}⟧)] public readonly partial ReadOnlyEndianSpan<uint> Value { get; }""");

    [Theory]
    [InlineData("Guid")]
    [InlineData("bool")]
    [InlineData("FourCC")]
    public void Elements_that_are_no_integers_are_refused(string element)
    {
        var message = DiagnoseField(
            "FK0040",
            $$"""[FixedCount(1)] public readonly partial ⟦ReadOnlyEndianSpan<{{element}}>⟧ Value { get; }""");

        Assert.Equal(
            $"The elements of 'Value' are of type '{element}', which is neither an integer nor an enum; layouts are "
            + "arrayed as ReadOnlySpan<T>",
            message);
    }

    [Fact]
    public void A_span_of_integers_without_an_order_is_refused()
    {
        var message = DiagnoseField(
            "FK0025", "[FixedCount(1)] public readonly partial ⟦ReadOnlySpan<uint>⟧ Value { get; }");

        Assert.Contains("ReadOnlyEndianSpan<T>", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[FixedCount(1)] public partial ReadOnlyEndianSpan<uint> ⟦Value⟧ { get; }")]
    [InlineData("[FixedCount(1)] public partial ReadOnlyEndianSpan<uint> Value { readonly get; ⟦set⟧; }")]
    public void An_array_is_read_only(string field)
    {
        var message = DiagnoseField("FK0010", field);

        Assert.EndsWith(
            "declare it as 'public readonly partial ReadOnlyEndianSpan<uint> Value { get; }'",
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_to_be_written_is_no_type_of_a_field() => DiagnoseField(
        "FK0012", "[FixedCount(1)] public readonly partial ⟦EndianSpan<uint>⟧ Value { get; }");

    [Fact]
    public void Unknown_values_of_elements_cannot_be_rejected() => DiagnoseField(
        "FK0014",
        """
        public enum E : uint { A }
            [FixedCount(1), ⟦EnumPolicy(UnknownValues.Reject)⟧]
            public readonly partial ReadOnlyEndianSpan<E> Value { get; }
        """);
}
