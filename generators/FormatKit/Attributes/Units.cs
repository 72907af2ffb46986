namespace FormatKit;

/// <summary>What units are in bytes.</summary>
public static class Units
{
    /// <summary>The bytes of one; 0 for a plain number.</summary>
    public static uint BytesOf(Unit unit) => unit switch
    {
        Unit.Bytes => 1,
        Unit.Sectors => 512,
        _ => 0,
    };
}
