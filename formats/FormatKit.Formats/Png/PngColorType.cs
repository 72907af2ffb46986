namespace FormatKit.Formats.Png;

/// <summary>What a pixel consists of.</summary>
public enum PngColorType : byte
{
    /// <summary>A grey sample.</summary>
    Greyscale = 0,

    /// <summary>Red, green and blue.</summary>
    Truecolor = 2,

    /// <summary>An index into the palette.</summary>
    Indexed = 3,

    /// <summary>A grey sample and its opacity.</summary>
    GreyscaleAlpha = 4,

    /// <summary>Red, green, blue and opacity.</summary>
    TruecolorAlpha = 6,
}
