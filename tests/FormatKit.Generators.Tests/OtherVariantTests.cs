using static FormatKit.Generators.Tests.Harness.BytesAssert;
using static FormatKit.Generators.Tests.Harness.GeneratorHarness;

namespace FormatKit.Generators.Tests;

public sealed class OtherVariantTests
{
    [Fact]
    public void A_tag_that_is_not_listed_is_read_and_written_as_it_was()
    {
        byte[] bytes = [0xFF, 0xFE, 1, 2, 3]; // Code, Data

        var value = Drawing.Read(bytes);

        Assert.IsType<UnknownShape>(value.Shape);
        SameBytes(bytes, value.ToBytes());
    }

    [Fact]
    public void A_listed_tag_is_none_of_its() => Assert.IsType<KnownShape>(Drawing.Read([0, 1, 2]).Shape);

    [Fact]
    public void It_keeps_its_tag() => Diagnose("FK0125", """
        [BinaryVariants<byte>, OtherVariant(⟦typeof(Other)⟧)]
        public abstract partial class Shape;
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Other : Shape { [Rest] public byte[] Data { get; set; } = []; }
        """);

    [Fact]
    public void It_derives_from_the_base_class() => Diagnose("FK0123", """
        [BinaryVariants<byte>, OtherVariant(⟦typeof(Other)⟧)]
        public abstract partial class Shape;
        [BinaryRecord(ByteOrder.BigEndian)]
        public sealed partial class Other { [Rest] public byte[] Data { get; set; } = []; }
        """);
}
