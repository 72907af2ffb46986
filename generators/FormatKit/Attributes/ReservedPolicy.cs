namespace FormatKit;

/// <summary>What becomes of reserved bytes.</summary>
public enum ReservedPolicy
{
    /// <summary>They are kept as they are, whatever they are: tools in the wild keep flags there.</summary>
    Preserve,

    /// <summary>They are kept as they are, and <c>Validate</c> reports those that are not zero.</summary>
    MustBeZero,

    /// <summary><c>Seal</c> sets them to zero; reading does not care.</summary>
    ZeroOnWrite,
}
