namespace FormatKit.Formats.Png;

/// <summary>How colours that cannot be shown are treated.</summary>
public enum PngRenderingIntent : byte
{
    /// <summary>As fits photographs: how colours relate to each other is kept.</summary>
    Perceptual = 0,

    /// <summary>As fits logos: colours look the same beside the white of the medium.</summary>
    RelativeColorimetric = 1,

    /// <summary>As fits charts: their saturation is kept.</summary>
    Saturation = 2,

    /// <summary>As fits proofs: colours look the same whatever the medium.</summary>
    AbsoluteColorimetric = 3,
}
