using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

internal enum Shade : byte
{
    Dark = 4,
    Light,
}

[BinaryRecord(ByteOrder.LittleEndian)]
internal partial record struct Pair
{
    public byte First { get; init; }
    [Endian(ByteOrder.BigEndian)] public ushort Second { get; init; }
    public readonly int Sum => First + Second;
}

[BinaryRecord(ByteOrder.LittleEndian)]
internal sealed partial record Demanding
{
    [Magic("FK")] public required ushort Magic { get; init; }
    [Reserved(2, ReservedPolicy.MustBeZero)] public byte[] Spare { get; init; } = [];
    [Bytes(2)] public required byte[] Hash { get; init; }
    [FixedCount(2)] public required Pair[] Pairs { get; init; }
    [Range(1, 9), Width(3)] public required uint Number { get; init; }
    [EnumPolicy(UnknownValues.Reject)] public required Shade Shade { get; init; }
}

public sealed class RecordFormTests
{
    private static readonly byte[] Whole =
    [
        (byte)'F', (byte)'K', // Magic
        0, 0,                 // Spare
        7, 8,                 // Hash
        1, 0, 2, 3, 0, 4,     // Pairs
        9, 0, 0,              // Number
        4,                    // Shade
    ];

    [Fact]
    public void Initializers_are_enough()
    {
        var value = Demanding.Read(Whole);

        Assert.Equal([3, 7], value.Pairs.Select(pair => pair.Sum));
        SameBytes(Whole, value.ToBytes());
    }

    [Fact]
    public void A_struct_is_a_record_as_well()
    {
        Assert.Equal(new Pair { First = 1, Second = 2 }, Pair.Read([1, 0, 2]));
        SameBytes([1, 0, 2], new Pair { First = 1, Second = 2 }.ToBytes());
    }

    [Fact]
    public void A_magic_is_written_whatever_the_property_holds()
    {
        var value = Demanding.Read(Whole) with { Magic = 0 };

        SameBytes(Whole, value.ToBytes());
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        byte[] bytes = [.. Whole];
        (bytes[0], bytes[3], bytes[12], bytes[15]) = (0, 1, 10, 3);

        var violations = Records.Parse<Demanding>(bytes).Violations;

        Assert.Equal(
            [
                @"FKV001: Demanding.Magic at byte 0: found ""\0K"", expected ""FK""",
                "FKV010: Demanding.Spare at byte 3: found 0x01, expected zeros",
                "FKV005: Demanding.Number at byte 12: found 10, expected 1 to 9",
                "FKV004: Demanding.Shade at byte 15: found 3 (unknown), expected one of Dark (4), Light (5)",
            ],
            violations.Select(violation => violation.ToString()));
    }

    [Fact]
    public void Reading_throws_with_all_of_it()
    {
        byte[] bytes = [.. Whole];
        (bytes[0], bytes[12]) = (0, 10);

        var error = Assert.Throws<RecordException>(() => Demanding.Read(bytes));

        Assert.Equal(2, error.Violations.Count);
        Assert.Contains("; FKV005: Demanding.Number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_another_length_are_not_written()
    {
        var value = Demanding.Read(Whole) with { Hash = [1] };

        var error = Assert.Throws<ArgumentException>(() => value.ToBytes());
        Assert.Equal("Demanding.Hash has 1 elements or bytes; there must be 2.", error.Message);
    }

    [Fact]
    public void Reserved_bytes_that_are_not_given_are_zeros()
    {
        var value = Demanding.Read(Whole) with { Spare = [] };

        SameBytes(Whole, value.ToBytes());
    }

    [Fact]
    public void The_field_that_is_cut_off_is_named() => Assert.Equal(
        "FKV020: Demanding.Hash at byte 4: found 1 byte left, expected 2 bytes",
        Assert.Single(Records.Parse<Demanding>(Whole.AsSpan(0, 5)).Violations).ToString());

    [Fact]
    public void Methods_that_the_user_wrote_stay() => RunClean("""
        /// <summary>A record.</summary>
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Own
        {
            /// <summary>A value.</summary>
            public byte Value { get; set; }

            /// <summary>Not the generator's.</summary>
            public static int Read => 1;

            /// <summary>Not the generator's.</summary>
            public byte[] ToBytes() => Records.ToBytes(this);
        }
        """);

    [Fact]
    public void Names_that_are_keywords_and_types_within_types_are_no_matter() => RunClean("""
        #pragma warning disable CS1591
        namespace Space
        {
            public partial class Outer
            {
                internal partial record Middle
                {
                    [BinaryRecord(ByteOrder.BigEndian)]
                    private sealed partial class @class
                    {
                        public byte @int { get; private set; }
                        [Length(nameof(@int))] public byte[] @byte { get; set; } = [];
                    }
                }
            }
        }
        """);

    [Theory]
    [InlineData("Read")]
    [InlineData("TryRead")]
    [InlineData("ToBytes")]
    [InlineData("WriteTo")]
    [InlineData("ToString")]
    public void A_record_may_have_the_name_of_a_method_that_it_then_lacks(string name) => RunClean($$"""
        #pragma warning disable CS1591
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class {{name}} { public byte Value { get; set; } }
        """);

    [Fact]
    public void A_record_below_another_one_is_refused_without_consequences() => Assert.Contains(
        "error FK0101: 'Below' is derived from another record", Assert.Single(Run("""
            #pragma warning disable CS1591
            [BinaryRecord(ByteOrder.BigEndian)]
            public partial class Above { public byte Value { get; set; } }
            [BinaryRecord(ByteOrder.BigEndian)]
            public partial class Below : Above { public byte Other { get; set; } }
            """).Complaints), StringComparison.Ordinal);

    [Fact]
    public void An_encoding_that_there_is_not_is_refused() => Diagnose("FK0026", """
        [BinaryRecord(ByteOrder.BigEndian)]
        public partial class Header { [Terminated, Encoded(⟦(TextEncoding)9⟧)] public string Name { get; set; } = ""; }
        """);

    [Fact]
    public void A_layout_is_no_record_as_well() => Assert.Contains(
        "error FK0101: 'Header' is a [BinaryLayout] as well", Assert.Single(Run("""
            #pragma warning disable CS1591
            [BinaryRecord(ByteOrder.BigEndian), BinaryLayout(1, ByteOrder.BigEndian)]
            public partial struct Header { public partial byte Value { readonly get; set; } }
            """).Complaints), StringComparison.Ordinal);

    [Fact]
    public void A_property_of_an_interface_is_no_field() => Assert.Contains(
        "is that of an interface", Diagnose("FK0102", """
            public interface IHasValue { byte Value { get; set; } }
            [BinaryRecord(ByteOrder.BigEndian)]
            public partial class Header : IHasValue
            {
                byte IHasValue.⟦Value⟧ { get; set; }
                public byte Other { get; set; }
            }
            """), StringComparison.Ordinal);
}
