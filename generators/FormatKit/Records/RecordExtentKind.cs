namespace FormatKit;

/// <summary>How it is told how much of something there is.</summary>
public enum RecordExtentKind
{
    /// <summary>By itself: its width is fixed, or its own content says where it ends.</summary>
    Own,

    /// <summary>By its declaration: always so many elements or bytes.</summary>
    Fixed,

    /// <summary>By an earlier field.</summary>
    Field,

    /// <summary>By a number that stands right before it.</summary>
    Prefix,

    /// <summary>By a NUL after it.</summary>
    Terminator,

    /// <summary>By the end of what encloses the record.</summary>
    Rest,

    /// <summary>By its last element alone.</summary>
    Until,
}
