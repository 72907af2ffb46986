namespace FormatKit;

/// <summary>What a field is for.</summary>
public enum FieldRole
{
    /// <summary>An ordinary value.</summary>
    Value,

    /// <summary>Tells the format.</summary>
    Magic,

    /// <summary>Has one legal value.</summary>
    Constant,

    /// <summary>Is computed from the other bytes.</summary>
    Checksum,

    /// <summary>Says where something starts.</summary>
    Position,

    /// <summary>Says how long or large something is.</summary>
    Measure,

    /// <summary>Has no meaning, and is preserved.</summary>
    Reserved,
}
