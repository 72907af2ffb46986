using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

[BinaryVariants<ushort>]
[Variant(1, typeof(KnownShape))]
[OtherVariant(typeof(UnknownShape))]
internal abstract partial class Shape;

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class KnownShape : Shape
{
    public byte Size { get; set; }
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class UnknownShape : Shape
{
    [Tag] public ushort Code { get; set; }
    [Rest] public byte[] Data { get; set; } = [];
}

[BinaryRecord(ByteOrder.BigEndian)]
internal sealed partial class Drawing
{
    public ushort Code { get; private set; }
    [TaggedBy(nameof(Code))] public Shape Shape { get; set; } = new KnownShape();
}

public sealed class TagTests
{
    [Fact]
    public void The_tag_by_which_it_was_read_is_kept()
    {
        var shape = Assert.IsType<UnknownShape>(Drawing.Read([0x12, 0x34, 5]).Shape);

        Assert.Equal(0x1234, shape.Code);
    }

    [Fact]
    public void It_has_no_bytes_of_its_own()
    {
        var bytes = new Drawing { Shape = new UnknownShape { Code = 0x1234, Data = [5] } }.ToBytes();

        SameBytes([0x12, 0x34, 5], bytes);
    }

    [Fact]
    public void Another_record_keeps_none() => Diagnose("FK0121", """
        [BinaryRecord(ByteOrder.BigEndian)]
        public partial class Chunk { [⟦Tag⟧] public ushort Code { get; set; } }
        """);
}
