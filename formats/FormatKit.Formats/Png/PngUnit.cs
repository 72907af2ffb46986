namespace FormatKit.Formats.Png;

/// <summary>In what pixels are measured.</summary>
public enum PngUnit : byte
{
    /// <summary>Nothing is said but the ratio of width to height.</summary>
    Unknown = 0,

    /// <summary>Metres.</summary>
    Metre = 1,
}
