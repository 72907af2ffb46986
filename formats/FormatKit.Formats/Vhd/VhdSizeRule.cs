namespace FormatKit.Formats.Vhd;

/// <summary>Which field of a footer says how large the guest's disk is.</summary>
public enum VhdSizeRule
{
    /// <summary>The current size.</summary>
    CurrentSize,

    /// <summary>Cylinders × heads × sectors per track.</summary>
    Geometry,
}
