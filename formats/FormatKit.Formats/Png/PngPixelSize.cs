namespace FormatKit.Formats.Png;

/// <summary>How large a pixel is meant to be.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.4.3 pHYs Physical pixel dimensions")]
public sealed partial class PngPixelSize : PngChunkData
{
    /// <summary>Pixels in a unit, along a line.</summary>
    [Range(0, int.MaxValue)] public uint PerUnitX { get; set; }

    /// <summary>Pixels in a unit, from line to line.</summary>
    [Range(0, int.MaxValue)] public uint PerUnitY { get; set; }

    /// <summary>The unit.</summary>
    [EnumPolicy(UnknownValues.Reject)] public PngUnit Unit { get; set; }
}
