using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

/// <summary>A record's shape is a published format too.</summary>
public sealed class RecordLockTests
{
    private const string Lock = """
        record Chunk, as long as its fields

             [0]      4  Length  unsigned big-endian
             [1]      1  Flags   unsigned
             [2]    any  Data    bytes, length in field 0
             [3]      2  Extra   unsigned big-endian, when field 1 has 0x1
             [4]      4  Sum     unsigned big-endian, checksum Crc32 over 0..2
        """;

    private const string Fields = """
        public uint Length { get; private set; }
        public byte Flags { get; set; }
        [Length(nameof(Length))] public byte[] Data { get; set; } = [];
        [WhenFlag(nameof(Flags), 1)] public ushort? Extra { get; set; }
        [Checksum<Crc32>(Over = ["Length..Data"])] public uint Sum { get; private set; }
        """;

    private const string Shapes = """
        [BinaryVariants<ushort>]
        [Variant(1, typeof(Small)), Variant(2, typeof(Large))]
        [OtherVariant(typeof(Other))]
        public abstract partial class ⟦Shape⟧;
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Small : Shape { public byte Size { get; set; } }
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Large : Shape { public uint Size { get; set; } }
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Other : Shape
        {
            [Tag] public ushort Code { get; set; }
            [Rest] public byte[] Data { get; set; } = [];
        }
        """;

    private const string ShapeLock = """
        variants Shape, tag unsigned big-endian

             0x1    any  Small  record Small
             0x2    any  Large  record Large
          others    any  Other  record Other
        """;

    [Fact]
    public void The_same_bytes_pass() => Passes(Fields);

    [Fact]
    public void The_same_bytes_under_other_names_and_limits_pass() => Passes("""
        public uint Size { get; private set; }
        public byte Bits { get; set; }
        [Length(nameof(Size), Max = 9)] public byte[] Body { get; set; } = [];
        [WhenFlag(nameof(Bits), 1)] public ushort? More { get; set; }
        [Checksum<Crc32>(Over = ["Size..Body"])] public uint Crc { get; private set; }
        """);

    [Theory]
    [InlineData("public byte Flags { get; set; }", "public ushort ⟦Flags⟧ { get; set; }", "2 bytes at [1]")]
    [InlineData(
        "byte[] Data", "byte[] ⟦Data⟧", "length in field 0 with 1 more",
        "nameof(Length))", "nameof(Length), Plus = 1)")]
    [InlineData("ushort? Extra", "ushort? ⟦Extra⟧", "when field 1 has 0x2", "Flags), 1", "Flags), 2")]
    [InlineData("uint Sum", "uint ⟦Sum⟧", "checksum Crc32C over 0..2", "<Crc32>", "<Crc32C>")]
    public void What_changes_the_bytes_is_said(
        string before, string after, string words, string more = "~", string other = "~")
    {
        var fields = Fields.Replace(before, after, StringComparison.Ordinal)
            .Replace(more, other, StringComparison.Ordinal);

        Assert.Contains(
            words, Diagnose("FK0080", Declared(fields), ("Chunk.layout.txt", Lock)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_is_written_as_it_is_read() => Assert.Empty(Run(
        [Shapes.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal)],
        [("Shape.layout.txt", ShapeLock)]).Diagnostics);

    [Fact]
    public void Another_variant_of_a_tag_is_said() => Assert.Contains(
        "'Large' is record Large, at 0x3, and was record Large, at 0x2",
        Diagnose(
            "FK0080", Shapes.Replace("Variant(2", "Variant(3", StringComparison.Ordinal),
            ("Shape.layout.txt", ShapeLock)),
        StringComparison.Ordinal);

    [Fact]
    public void A_lock_of_nothing_is_told_once() => Diagnose(
        "FK0081", Declared(Fields), ("Chunk.layout.txt", Lock), ("Gone.layout.txt", "⟦record Gone, 8 bytes⟧\n"));

    private static void Passes(string fields) =>
        Assert.Empty(Run([Declared(fields)], [("Chunk.layout.txt", Lock)]).Diagnostics);

    private static string Declared(string fields) => $$"""
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Chunk
        {
            {{fields}}
        }
        """;
}
