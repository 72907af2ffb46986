namespace FormatKit;

/// <summary>What to do with values that an enum does not name.</summary>
public enum UnknownValues
{
    /// <summary>They are legal and kept as they are.</summary>
    Preserve,

    /// <summary>They are kept as they are, and <c>Validate</c> reports them.</summary>
    Reject,
}
