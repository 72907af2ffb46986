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

    /// <summary>A field is outside of its range.</summary>
    Range = 5,

    /// <summary>A field that must be a power of two is none.</summary>
    PowerOfTwo = 6,

    /// <summary>A field has none of its few legal values.</summary>
    OneOf = 7,

    /// <summary>Bits that must be set are not.</summary>
    MissingFlags = 8,

    /// <summary>Bits are set that are not known.</summary>
    UnknownFlags = 9,

    /// <summary>Reserved bytes that must be zero are not.</summary>
    NotZero = 10,

    /// <summary>A truth value is neither 0 nor 1.</summary>
    NotBoolean = 11,

    /// <summary>A time is beyond the calendar.</summary>
    Time = 12,

    /// <summary>A rule in C# does not hold.</summary>
    Rule = 13,

    /// <summary>Two regions that the layout points at overlap.</summary>
    RegionOverlap = 14,

    /// <summary>A region that the layout points at ends past the end of the file.</summary>
    RegionPastEnd = 15,

    /// <summary>Two copies differ in a field.</summary>
    ReplicaDiffers = 16,

    /// <summary>The field that says how many bytes a checksum covers ends before the checksum or past the layout.
    /// </summary>
    ChecksumLength = 17,

    /// <summary>Bytes of a record are missing.</summary>
    Truncated = 20,

    /// <summary>A count or length is above its limit.</summary>
    TooLarge = 21,

    /// <summary>A count or length does not hold what it counts besides.</summary>
    TooSmall = 22,

    /// <summary>A tag means no variant.</summary>
    UnknownTag = 23,

    /// <summary>A text does not end within its limit.</summary>
    NoTerminator = 24,

    /// <summary>Bytes are left over where something fills its length.</summary>
    LeftOver = 25,

    /// <summary>Bytes of a text are none.</summary>
    BadText = 26,

    /// <summary>Records stand too deep in one another.</summary>
    TooDeep = 27,

    /// <summary>An element of an array that goes on to an end has no bytes.</summary>
    NoProgress = 28,

    /// <summary>A count or length is not zero, but what it counts is not there.</summary>
    AbsentCount = 29,
}
