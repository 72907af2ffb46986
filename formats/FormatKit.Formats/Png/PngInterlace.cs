namespace FormatKit.Formats.Png;

/// <summary>In which order lines are stored.</summary>
public enum PngInterlace : byte
{
    /// <summary>From top to bottom.</summary>
    None = 0,

    /// <summary>In seven passes, coarse ones first.</summary>
    Adam7 = 1,
}
