using static FormatKit.Generators.Tests.Harness.BytesAssert;

namespace FormatKit.Generators.Tests;

[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG 1.2, clause 3.2")]
internal sealed partial class Chunk
{
    public uint Length { get; private set; }
    public FourCC Type { get; set; }
    [Length(nameof(Length), Max = 1 << 20)] public byte[] Data { get; set; } = [];
    [Checksum<OnesComplementByteSum32>(Over = ["Type..Data"])] public uint Sum { get; private set; }
}

public sealed class RecordTests
{
    private static readonly byte[] Whole =
    [
        0, 0, 0, 2, // Length
        (byte)'t', (byte)'E', (byte)'X', (byte)'t',
        1, 2, // Data
        0xFF, 0xFF, 0xFE, 0x77, // ~(0x74 + 0x45 + 0x58 + 0x74 + 3)
    ];

    [Fact]
    public void A_record_is_read_field_by_field()
    {
        Assert.True(Chunk.TryRead([.. Whole, 9], out var chunk, out var consumed));

        Assert.Equal((2u, FourCC.Of("tEXt"), 14), (chunk.Length, chunk.Type, consumed));
        SameBytes([1, 2], chunk.Data);
    }

    [Fact]
    public void Length_and_checksum_are_computed_on_writing()
    {
        var chunk = new Chunk { Type = FourCC.Of("tEXt"), Data = [1, 2] };

        SameBytes(Whole, chunk.ToBytes());
    }
}
