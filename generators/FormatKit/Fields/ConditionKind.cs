namespace FormatKit;

/// <summary>How a field decides about another one.</summary>
public enum ConditionKind
{
    /// <summary>It is true, or not zero.</summary>
    NotZero,

    /// <summary>It has one value.</summary>
    Equal,

    /// <summary>All of some bits are set.</summary>
    HasBits,

    /// <summary>It is at least a value.</summary>
    AtLeast,
}
