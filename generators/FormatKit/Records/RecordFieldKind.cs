namespace FormatKit;

/// <summary>What a field of a record holds.</summary>
public enum RecordFieldKind
{
    /// <summary>
    /// One value of fixed width, described by <see cref="RecordFieldInfo.Value"/>; a layout is one, too.
    /// </summary>
    Value,

    /// <summary>An array of values of fixed width, each described by <see cref="RecordFieldInfo.Value"/>.</summary>
    Values,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A record.</summary>
    Record,

    /// <summary>An array of records.</summary>
    Records,

    /// <summary>One of several records, told by a tag.</summary>
    Variant,

    /// <summary>The tag by which a variant was read: it has no bytes of its own.</summary>
    Tag,
}
