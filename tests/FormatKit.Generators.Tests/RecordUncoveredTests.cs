using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>What no checksum of a record covers, and nobody says why.</summary>
public sealed class RecordUncoveredTests
{
    [Fact]
    public void What_is_left_out_without_a_word_is_suggested_to_be_said() => Assert.Equal(
        "Neither the checksum 'Sum' nor another covers 'Kind' and 'Body', so nobody sees when that is damaged; cover "
        + "it, or say with Except = [nameof(Kind), nameof(Body)] that it is meant",
        Diagnose("FK0085", Declaration("Over = ⟦[nameof(Data)]⟧")));

    [Theory]
    [InlineData("")]
    [InlineData("Over = [\"..Body\"]")]
    [InlineData("Over = [nameof(Data), nameof(Kind), nameof(Body)]")]
    [InlineData("Over = [nameof(Data)], Except = [nameof(Kind), nameof(Body)]")]
    [InlineData("Except = [nameof(Kind)]")]
    public void Nothing_is_suggested_where_it_is_said_or_all_is_covered_but_lengths(string arguments) =>
        Assert.Empty(RunClean("#pragma warning disable CS1591\n" + Declaration(arguments)).Suggestions);

    private static string Declaration(string arguments) => $$"""
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Chunk
        {
            [Magic("CHNK")] public uint Signature { get; private set; }
            public ushort Size { get; private set; }
            public byte Kind { get; private set; }
            [Length(nameof(Size))] public byte[] Data { get; set; } = [];
            [TaggedBy(nameof(Kind))] public Body Body { get; set; } = new Empty();
            [Checksum<Crc32>({{arguments}})] public uint Sum { get; private set; }
        }

        [BinaryVariants<byte>, Variant(1, typeof(Empty))]
        public abstract partial class Body;

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Empty : Body;
        """;
}
