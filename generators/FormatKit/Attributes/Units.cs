namespace FormatKit;

/// <summary>What units are in bytes.</summary>
public static class Units
{
    /// <summary>The bytes of one; 0 for a plain number, and for blocks, whose size is not known here.</summary>
    public static uint BytesOf(Unit unit) => unit switch
    {
        Unit.Bytes => 1,
        Unit.Sectors => 512,
        _ => 0,
    };

    /// <summary>The bytes of one on a medium.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="blockSize">The bytes of a block there; 0 where that is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size of a block is negative.</exception>
    public static uint BytesOf(Unit unit, int blockSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(blockSize);
        return unit == Unit.Blocks ? (uint)blockSize : BytesOf(unit);
    }
}
