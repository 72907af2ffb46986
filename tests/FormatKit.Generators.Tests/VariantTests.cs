using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[BinaryVariants<FourCC>(Spec = "Clause 4")]
[Variant("IHDR", typeof(SizeBody))]
[Variant("tEXt", typeof(TextBody))]
[Variant("IEND", typeof(EndBody))]
[OtherVariant(typeof(OtherBody))]
internal abstract partial class Body;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class SizeBody : Body
{
    public uint Width { get; set; }
    public uint Height { get; set; }
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class TextBody : Body
{
    [Rest, Encoded(TextEncoding.Latin1)] public string Text { get; set; } = "";
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class EndBody : Body;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class OtherBody : Body
{
    [Tag] public FourCC Type { get; set; }
    [Rest] public byte[] Data { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class BodyChunk
{
    public uint Length { get; private set; }
    public FourCC Type { get; private set; }
    [Length(nameof(Length)), TaggedBy(nameof(Type))] public Body Body { get; set; } = new EndBody();
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class MaybeBody
{
    public byte IsThere { get; set; }
    public FourCC Type { get; private set; }
    [When(nameof(IsThere)), TaggedBy(nameof(Type))] public Body? Body { get; set; }
}

[BinaryVariants<byte>]
[Variant(1, typeof(Negation))]
internal abstract partial class Expression;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Negation : Expression
{
    public byte Of { get; private set; }
    [TaggedBy(nameof(Of))] public Expression Operand { get; set; } = null!;
}

public sealed class VariantTests
{
    private static readonly byte[] Text =
        [0, 0, 0, 1, (byte)'t', (byte)'E', (byte)'X', (byte)'t', (byte)'a'];

    private static readonly byte[] Unknown =
        [0, 0, 0, 2, (byte)'z', (byte)'z', (byte)'z', (byte)'z', 1, 2];

    [Fact]
    public void The_tag_tells_which_record_it_is()
    {
        var body = Assert.IsType<TextBody>(BodyChunk.Read(Text).Body);

        Assert.Equal("a", body.Text);
    }

    [Fact]
    public void Tag_and_length_are_computed_on_writing() =>
        SameBytes(Text, new BodyChunk { Body = new TextBody { Text = "a" } }.ToBytes());

    [Fact]
    public void The_other_variant_keeps_tag_and_bytes()
    {
        var chunk = BodyChunk.Read(Unknown);

        var body = Assert.IsType<OtherBody>(chunk.Body);
        Assert.Equal(FourCC.Of("zzzz"), body.Type);
        SameBytes([1, 2], body.Data);
        SameBytes(Unknown, chunk.ToBytes());
    }

    [Fact]
    public void The_other_variant_cannot_be_written_with_a_tag_that_means_another()
    {
        var chunk = new BodyChunk { Body = new OtherBody { Type = FourCC.Of("tEXt") } };

        var error = Assert.Throws<ArgumentException>(() => chunk.ToBytes());
        Assert.Equal("OtherBody keeps the tag \"tEXt\", which means TextBody.", error.Message);
    }

    [Fact]
    public void A_variant_fills_its_length() => Assert.Equal(
        "FKV025: BodyChunk.Body at byte 8: found 1 byte, expected nothing left over",
        Assert.Single(Records.Parse<BodyChunk>(
            [0, 0, 0, 1, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 5]).Violations).ToString());

    [Fact]
    public void A_path_goes_through_the_variant() => Assert.Equal(
        "FKV020: BodyChunk.Body.Height at byte 12: found 2 bytes left, expected 4 bytes",
        Assert.Single(Records.Parse<BodyChunk>(
            [0, 0, 0, 6, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 0, 1, 0, 0]).Violations).ToString());

    [Fact]
    public void A_variant_that_is_not_there_has_the_tag_0()
    {
        SameBytes([0, 0, 0, 0, 0], new MaybeBody().ToBytes());
        Assert.Equal(
            ViolationKind.AbsentCount,
            Assert.Single(Records.Parse<MaybeBody>([0, (byte)'I', (byte)'E', (byte)'N', (byte)'D']).Violations).Kind);
    }

    [Fact]
    public void Without_another_variant_an_unknown_tag_cannot_be_read() => Assert.Equal(
        "FKV023: Negation.Operand at byte 1: found 2, expected one of 1",
        Assert.Single(Records.Parse<Negation>([2, 0]).Violations).ToString());

    [Fact]
    public void Variants_within_variants_have_a_depth()
    {
        var parse = Records.Parse<Negation>(Enumerable.Repeat((byte)1, 1000).ToArray());

        var violation = Assert.Single(parse.Violations);
        Assert.Equal(ViolationKind.TooDeep, violation.Kind);
        Assert.Equal(RecordLimits.Depth, violation.Path.Split('.').Length);
    }

    [Fact]
    public void A_record_that_holds_itself_is_not_written()
    {
        var circle = new Negation();
        circle.Operand = circle;

        var error = Assert.Throws<ArgumentException>(() => circle.ToBytes());
        Assert.Equal("Negation.Operand holds more than 64 records within one another.", error.Message);
    }
}
