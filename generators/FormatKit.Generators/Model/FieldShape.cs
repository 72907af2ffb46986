namespace FormatKit.Generators.Model;

/// <summary>How a field's bytes are read.</summary>
internal abstract record FieldShape;

/// <summary>A number in a byte order.</summary>
/// <param name="Order">The byte order: a member of <c>ByteOrder</c>.</param>
/// <param name="Raw">The unsigned integer type of the same width, or the next wider one.</param>
internal abstract record NumberShape(string Order, string Raw) : FieldShape
{
    /// <summary>The bytes of an integer that has fewer than its type; 0 where it has them all.</summary>
    public int Bytes { get; init; }

    /// <summary>Whether an integer of fewer bytes than its type has is extended by its sign.</summary>
    public bool IsNarrowSigned { get; init; }

    public bool IsNarrow => Bytes != 0;
}

internal sealed record IntegerShape(string Order, string Raw, bool IsSigned) : NumberShape(Order, Raw);

/// <param name="Order">The byte order.</param>
/// <param name="Raw">The unsigned integer type of the same width.</param>
/// <param name="Names">The names of the values.</param>
/// <param name="IsFlags">Whether the names are bits that combine.</param>
/// <param name="RejectsUnknown">Whether a value without a name is a violation.</param>
internal sealed record EnumShape(
    string Order, string Raw, EquatableArray<EnumName> Names, bool IsFlags, bool RejectsUnknown)
    : NumberShape(Order, Raw);

internal sealed record EnumName(ulong Value, string Name);

/// <summary>A floating-point number.</summary>
internal sealed record FloatShape(string Order, string Raw) : NumberShape(Order, Raw);

/// <summary>An integer of 16 bytes.</summary>
internal sealed record WideShape(string Order, bool IsSigned) : NumberShape(Order, "global::System.UInt128");

internal sealed record BoolShape : FieldShape;

/// <param name="Order">The byte order.</param>
/// <param name="Raw">The unsigned integer type that holds the count.</param>
/// <param name="Epoch">The UTC ticks of the epoch.</param>
/// <param name="Date">The epoch as the user wrote it.</param>
/// <param name="Unit">A member of <c>TimeUnit</c>.</param>
internal sealed record TimestampShape(string Order, string Raw, long Epoch, string Date, string Unit)
    : NumberShape(Order, Raw)
{
    /// <summary>The greatest count that is a time of the calendar, where the field holds greater ones.</summary>
    public ulong? Greatest { get; init; }
}

internal sealed record FourCCShape : FieldShape;

/// <param name="Order">A member of <c>GuidOrder</c>.</param>
internal sealed record UniqueIdShape(string Order) : FieldShape;

/// <param name="Encoding">A member of <c>TextEncoding</c>.</param>
/// <param name="Padding">A member of <c>TextPadding</c>.</param>
internal sealed record TextShape(string Encoding, string Padding) : FieldShape;

internal sealed record BytesShape : FieldShape;

/// <param name="Policy">A member of <c>ReservedPolicy</c>.</param>
internal sealed record ReservedShape(string Policy) : FieldShape;

/// <param name="Type">The nested layout, as code from anywhere.</param>
internal sealed record NestedShape(string Type) : FieldShape
{
    /// <summary>Where the regions outside of it begin among those of the layout that holds it; null where it has none
    /// that are reached.</summary>
    public int? FirstExternal { get; init; }
}

/// <param name="Type">The layout of each element, as code from anywhere.</param>
/// <param name="Count">The number of elements.</param>
internal sealed record FixedCountShape(string Type, int Count) : FieldShape;

/// <param name="Element">How each element is read.</param>
/// <param name="Type">The integer or enum, as code from anywhere.</param>
/// <param name="Count">The number of elements.</param>
internal sealed record IntegersShape(NumberShape Element, string Type, int Count) : FieldShape;
