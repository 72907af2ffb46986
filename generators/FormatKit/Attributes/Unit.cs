namespace FormatKit;

/// <summary>What an integer field counts.</summary>
public enum Unit
{
    /// <summary>A plain number.</summary>
    None,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Sectors of 512 bytes.</summary>
    Sectors,

    /// <summary>Logical blocks, whose size the medium has and the layout does not say.</summary>
    Blocks,
}
