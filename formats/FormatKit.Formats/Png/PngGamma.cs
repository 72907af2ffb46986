namespace FormatKit.Formats.Png;

/// <summary>The exponent by which samples were made of light.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.2.2 gAMA Image gamma")]
public sealed partial class PngGamma : PngChunkData
{
    /// <summary>The exponent in 1/100,000: 45,455 for 1/2.2.</summary>
    [Range(0, int.MaxValue)] public uint Gamma { get; set; }
}
