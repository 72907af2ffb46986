using System.Diagnostics.CodeAnalysis;

namespace FormatKit;

/// <summary>
/// What one field of a layout is, as data. Whatever is not hot is derived from it: dissection, documents, property
/// tests, mutators.
/// </summary>
public sealed partial class FieldInfo
{
    /// <summary>A field of which nothing is known yet.</summary>
    public FieldInfo()
    {
    }

    /// <summary>A field of which the place and kind are known.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="offset">Where the field starts, in bytes from the start of its layout.</param>
    /// <param name="width">How many bytes the field has, all elements together.</param>
    /// <param name="kind">How the bytes are read.</param>
    /// <param name="order">The byte order of the integer.</param>
    [SetsRequiredMembers]
    public FieldInfo(string name, int offset, int width, FieldKind kind, ByteOrder order = ByteOrder.LittleEndian) =>
        (Name, Offset, Width, Kind, Order) = (name, offset, width, kind, order);

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

    /// <summary>What stands behind a text that is shorter than its field.</summary>
    public TextPadding Padding { get; init; }

    /// <summary>What a timestamp counts.</summary>
    public TimeUnit TimeUnit { get; init; }

    /// <summary>What becomes of reserved bytes.</summary>
    public ReservedPolicy ReservedPolicy { get; init; }

    /// <summary>The least legal value, as the bits of 64; sign-extended where the field is signed.</summary>
    public ulong? Minimum { get; init; }

    /// <summary>The greatest legal value, likewise.</summary>
    public ulong? Maximum { get; init; }

    /// <summary>Whether the value must be a power of two.</summary>
    public bool IsPowerOfTwo { get; init; }

    /// <summary>The legal values, where there are a few.</summary>
    public IReadOnlyList<ulong> OneOf { get; init; } = [];

    /// <summary>Bits that must be set.</summary>
    public ulong RequiredBits { get; init; }

    /// <summary>Bits that may be set, where others are a violation.</summary>
    public ulong? KnownBits { get; init; }

    /// <summary>When the field means something; null for always.</summary>
    public FieldCondition? Condition { get; init; }

    /// <summary>Decides by <see cref="Condition"/>, in generated code; null for always.</summary>
    public FieldPredicate? Applies { get; init; }

    /// <summary>Whether <see cref="Strictness.Wild"/> does not report the field's rules.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether the field says where something starts, even where its role is another one: a constant one,
    /// say.</summary>
    public bool IsPosition { get => field || Role == FieldRole.Position; init; }

    /// <summary>The field that says how long what stands at the position is.</summary>
    public string? LengthField { get; init; }

    /// <summary>The named bits of an integer, in order of declaration.</summary>
    public IReadOnlyList<BitRangeInfo> Bits { get; init; } = [];

    /// <summary>The layouts that raw bytes may be.</summary>
    public IReadOnlyList<OverlayInfo> Overlays { get; init; } = [];

    /// <summary>How the checksum that the field holds is computed; several where another field chooses.</summary>
    public IReadOnlyList<ChecksumInfo> Checksums { get; init; } = [];

    /// <summary>Whether each copy of a replicated layout has its own value.</summary>
    public bool IsPerCopy { get; init; }

    /// <summary>The field of the other copy that holds the same value.</summary>
    public string? Mirrors { get; init; }

    /// <summary>How a unique id's bytes are ordered.</summary>
    public GuidOrder GuidOrder { get; init; }

    /// <summary>The layout of each element of a <see cref="FieldKind.Layout"/> field.</summary>
    public LayoutInfo? Nested { get; init; }

    /// <summary>Whether the regions outside of <see cref="Nested"/> are regions of the layout that holds it as well.
    /// </summary>
    public bool ReachesExternals { get; init; }

    /// <summary>How many elements a <see cref="FieldKind.Layout"/> or <see cref="FieldKind.Integers"/> field has; null
    /// when it is not an array.</summary>
    public int? Count { get; init; }

    /// <summary>What each element of a <see cref="FieldKind.Integers"/> field is: a field of its own, which starts at
    /// 0.</summary>
    public FieldInfo? Element { get; init; }

    /// <summary>The first byte after the field, from the start of its layout.</summary>
    public int End => Offset + Width;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} at {Offset}, {Width} bytes, {Kind}";
}
