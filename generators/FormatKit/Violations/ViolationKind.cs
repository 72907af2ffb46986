namespace FormatKit;

/// <summary>What kind of rule was broken. The names and numbers are stable.</summary>
public enum ViolationKind
{
    /// <summary>A magic is not the one that tells the format.</summary>
    Magic = 1,

    /// <summary>A field with one legal value has another.</summary>
    Constant = 2,

    /// <summary>A stored checksum is not that of the bytes.</summary>
    Checksum = 3,

    /// <summary>An enum field that rejects unknown values has one.</summary>
    UnknownValue = 4,
}
