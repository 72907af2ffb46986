namespace FormatKit;

/// <summary>
/// What one field of a layout is, as data. Whatever is not hot is derived from it: dissection, documents, property
/// tests, mutators.
/// </summary>
public sealed partial class FieldInfo
{
    /// <summary>The name of the property.</summary>
    public required string Name { get; init; }

    /// <summary>Where the field starts, in bytes from the start of its layout.</summary>
    public required int Offset { get; init; }

    /// <summary>How many bytes the field has, all elements together.</summary>
    public required int Width { get; init; }

    /// <summary>How the bytes are read.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>The byte order of the integer.</summary>
    public ByteOrder Order { get; init; }

    /// <summary>What the field is for.</summary>
    public FieldRole Role { get; init; }

    /// <summary>What the integer counts.</summary>
    public Unit Unit { get; init; }

    /// <summary>The summary of the field's documentation, as plain text.</summary>
    public string? Doc { get; init; }

    /// <summary>The clause that defines the field, where it is not the layout's.</summary>
    public string? Spec { get; init; }

    /// <summary>The one legal value of a magic or constant: an integer, or a text's bytes read big endian.</summary>
    public ulong? Fixed { get; init; }

    /// <summary>Whether <see cref="Fixed"/> is a text, compared byte by byte whatever the byte order.</summary>
    public bool FixedIsText { get; init; }

    /// <summary>The value that means none.</summary>
    public ulong? NullValue { get; init; }

    /// <summary>The names of an enum's values, in order of declaration.</summary>
    public IReadOnlyList<NamedValue> EnumNames { get; init; } = [];

    /// <summary>Whether the enum's names are bits that combine.</summary>
    public bool IsFlags { get; init; }

    /// <summary>Whether a value without a name is a violation.</summary>
    public bool RejectsUnknown { get; init; }

    /// <summary>The time that 0 means, for a timestamp.</summary>
    public DateTimeOffset Epoch { get; init; }

    /// <summary>How a text's characters are stored.</summary>
    public TextEncoding Encoding { get; init; }

    /// <summary>How a unique id's bytes are ordered.</summary>
    public GuidOrder GuidOrder { get; init; }

    /// <summary>The layout of each element of a <see cref="FieldKind.Layout"/> field.</summary>
    public LayoutInfo? Nested { get; init; }

    /// <summary>How many elements a <see cref="FieldKind.Layout"/> field has; null when it is not an array.</summary>
    public int? Count { get; init; }

    /// <summary>The accessor's getter; null for raw bytes, reserved bytes and nested layouts.</summary>
    public FieldGetter? Get { get; init; }

    /// <summary>The accessor's setter; null where <see cref="Get"/> is.</summary>
    public FieldSetter? Set { get; init; }

    /// <summary>The accessor of the raw bytes of a text, bytes, reserved bytes or layouts; null for the rest.</summary>
    public FieldBytesGetter? GetBytes { get; init; }

    /// <summary>The editor of the raw bytes; null where <see cref="GetBytes"/> is.</summary>
    public FieldBytesEditor? EditBytes { get; init; }

    /// <summary>The first byte after the field, from the start of its layout.</summary>
    public int End => Offset + Width;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} at {Offset}, {Width} bytes, {Kind}";
}
