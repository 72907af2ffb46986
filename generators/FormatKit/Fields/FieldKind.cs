namespace FormatKit;

/// <summary>How a field's bytes are read.</summary>
public enum FieldKind
{
    /// <summary>An unsigned integer of 1, 2, 4 or 8 bytes.</summary>
    Unsigned,

    /// <summary>A signed, two's complement integer of 1, 2, 4 or 8 bytes.</summary>
    Signed,

    /// <summary>An integer whose values have names.</summary>
    Enum,

    /// <summary>Four characters, a <see cref="FormatKit.FourCC"/>.</summary>
    FourCC,

    /// <summary>Text of fixed width, padded with NUL.</summary>
    Text,

    /// <summary>A unique id of 16 bytes.</summary>
    Guid,

    /// <summary>Seconds since an epoch.</summary>
    Timestamp,

    /// <summary>Raw bytes with a meaning.</summary>
    Bytes,

    /// <summary>Bytes without a meaning of their own, preserved.</summary>
    Reserved,

    /// <summary>Another layout, or an array of one.</summary>
    Layout,
}
