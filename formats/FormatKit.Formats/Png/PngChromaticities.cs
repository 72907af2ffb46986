namespace FormatKit.Formats.Png;

/// <summary>The chromaticities of white and of the primaries, each in 1/100,000.</summary>
[BinaryRecord(ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.3.2.1 cHRM Primary chromaticities and white point")]
public sealed partial class PngChromaticities : PngChunkData
{
    /// <summary>X of the white point.</summary>
    [Range(0, int.MaxValue)] public uint WhiteX { get; set; }

    /// <summary>Y of the white point.</summary>
    [Range(0, int.MaxValue)] public uint WhiteY { get; set; }

    /// <summary>X of red.</summary>
    [Range(0, int.MaxValue)] public uint RedX { get; set; }

    /// <summary>Y of red.</summary>
    [Range(0, int.MaxValue)] public uint RedY { get; set; }

    /// <summary>X of green.</summary>
    [Range(0, int.MaxValue)] public uint GreenX { get; set; }

    /// <summary>Y of green.</summary>
    [Range(0, int.MaxValue)] public uint GreenY { get; set; }

    /// <summary>X of blue.</summary>
    [Range(0, int.MaxValue)] public uint BlueX { get; set; }

    /// <summary>Y of blue.</summary>
    [Range(0, int.MaxValue)] public uint BlueY { get; set; }
}
