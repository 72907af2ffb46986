namespace FormatKit;

/// <summary>Which bit of an integer is number 0.</summary>
public enum BitOrder
{
    /// <summary>Bit 0 is the least significant one, as most software counts.</summary>
    LeastSignificantFirst,

    /// <summary>Bit 0 is the most significant one, as RFCs and PowerPC manuals count.</summary>
    MostSignificantFirst,
}
