namespace FormatKit;

/// <summary>How a field's bytes are read.</summary>
public enum FieldKind
{
    /// <summary>An unsigned integer of 1 to 8 or of 16 bytes.</summary>
    Unsigned,

    /// <summary>A signed, two's complement integer of 1 to 8 or of 16 bytes.</summary>
    Signed,

    /// <summary>A floating-point number of 4 or 8 bytes (IEEE 754).</summary>
    Float,

    /// <summary>A truth value of one byte, 0 or 1.</summary>
    Bool,

    /// <summary>An integer whose values have names.</summary>
    Enum,

    /// <summary>Four characters, a <see cref="FormatKit.FourCC"/>.</summary>
    FourCC,

    /// <summary>Text of fixed width, padded.</summary>
    Text,

    /// <summary>A unique id of 16 bytes.</summary>
    Guid,

    /// <summary>A time since an epoch, of 4 to 8 bytes.</summary>
    Timestamp,

    /// <summary>Raw bytes with a meaning.</summary>
    Bytes,

    /// <summary>Bytes without a meaning of their own.</summary>
    Reserved,

    /// <summary>Another layout, or an array of one.</summary>
    Layout,

    /// <summary>An array of integers.</summary>
    Integers,
}
