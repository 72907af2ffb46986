namespace FormatKit.Formats.Png;

/// <summary>
/// A PNG file: its signature, and chunks of which the last is <c>IEND</c>. Which chunks must be there, and in which
/// order, is not declared; every chunk is kept as it stands.
/// </summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 5 Datastream structure")]
public sealed partial class PngFile
{
    /// <summary>Tells the file: <c>PNG</c>, and bytes that a transfer in text mode would have changed.</summary>
    [Magic(0x8950_4E47_0D0A_1A0A), Spec("PNG (Third Edition), 5.2 PNG signature")]
    public ulong Signature { get; private set; }

    /// <summary>The chunks, with <c>IEND</c>.</summary>
    [Until(nameof(PngChunk.Type), "IEND")] public PngChunk[] Chunks { get; set; } = [];
}
