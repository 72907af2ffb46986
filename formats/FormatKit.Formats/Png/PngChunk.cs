namespace FormatKit.Formats.Png;

/// <summary>A chunk: so many bytes of a type that says what they are.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 5.3 Chunk layout")]
public sealed partial class PngChunk
{
    /// <summary>
    /// The most bytes of data that are read: what one array can have, which is 56 bytes less than the 2^31 - 1 that the
    /// specification allows. No more is ever allocated than there are bytes.
    /// </summary>
    public const int MaxLength = 0x7FFF_FFC7;

    /// <summary>A chunk of no data, which ends a file; to be filled.</summary>
    public PngChunk()
        : this(new PngEnd())
    {
    }

    /// <summary>A chunk.</summary>
    public PngChunk(PngChunkData data) => Data = data;

    /// <summary>Bytes of the data alone.</summary>
    [Measure(Unit.Bytes)] public uint Length { get; private set; }

    /// <summary>What the data are. A small first letter means that readers may pass it over.</summary>
    public FourCC Type { get; private set; }

    /// <summary>The data.</summary>
    [TaggedBy(nameof(Type)), Length(nameof(Length), Max = MaxLength)]
    public PngChunkData Data { get; set; }

    /// <summary>CRC-32 of type and data; the length is not covered.</summary>
    [Checksum<Crc32>(Over = ["Type..Data"]), Spec("PNG (Third Edition), 5.5 CRC algorithm")]
    public uint Checksum { get; private set; }
}
