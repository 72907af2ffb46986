using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class TaggedByTests
{
    private const string Shapes = """
        [BinaryVariants<ushort>]
        [Variant(1, typeof(Known))]
        public abstract partial class Shape;

        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Known : Shape { public byte Size { get; set; } }

        """;

    [Fact]
    public void The_field_tells_which_record_it_is() =>
        Assert.Equal(7, Assert.IsType<KnownShape>(Drawing.Read([0, 1, 7]).Shape).Size);

    [Fact]
    public void The_field_is_computed_on_writing()
    {
        SameBytes([0, 1, 7], new Drawing { Shape = new KnownShape { Size = 7 } }.ToBytes());
        SameBytes([0, 9], new Drawing { Shape = new UnknownShape { Code = 9 } }.ToBytes());
    }

    [Theory]
    [InlineData("FK0107", "[TaggedBy(⟦\"Missing\"⟧)] public Shape Shape { get; set; } = new Known();")]
    [InlineData("FK0108", """
        [TaggedBy(⟦nameof(Late)⟧)] public Shape Shape { get; set; } = new Known(); public ushort Late { get; set; }
        """)]
    [InlineData("FK0110", """
        public uint Wide { get; set; } [TaggedBy(⟦nameof(Wide)⟧)] public Shape Shape { get; set; } = new Known();
        """)]
    [InlineData("FK0013", "public Shape ⟦Shape⟧ { get; set; } = new Known();")]
    public void The_tag_is_an_earlier_field_of_the_tags_type(string id, string fields) => Diagnose(id, Shapes + $$"""
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Drawing { {{fields}} }
        """);
}
