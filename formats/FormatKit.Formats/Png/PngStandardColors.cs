namespace FormatKit.Formats.Png;

/// <summary>The samples are those of the colour space sRGB.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.2.5 sRGB Standard RGB color space")]
public sealed partial class PngStandardColors : PngChunkData
{
    /// <summary>How colours that cannot be shown are treated.</summary>
    [EnumPolicy(UnknownValues.Reject)] public PngRenderingIntent RenderingIntent { get; set; }
}
