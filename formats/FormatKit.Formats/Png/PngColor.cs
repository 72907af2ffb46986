namespace FormatKit.Formats.Png;

/// <summary>A colour of a palette.</summary>
[BinaryLayout(3, ByteOrder.BigEndian, Spec = "PNG (Third Edition), 11.2.2 PLTE Palette")]
public partial struct PngColor
{
    /// <summary>How much red.</summary>
    [Offset(0)] public partial byte Red { readonly get; set; }

    /// <summary>How much green.</summary>
    [Offset(1)] public partial byte Green { readonly get; set; }

    /// <summary>How much blue.</summary>
    [Offset(2)] public partial byte Blue { readonly get; set; }
}
