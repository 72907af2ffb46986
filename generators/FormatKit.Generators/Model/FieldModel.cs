namespace FormatKit.Generators.Model;

/// <summary>A field of a correct declaration.</summary>
/// <param name="Property">The property that the user declared.</param>
/// <param name="Shape">How the bytes are read.</param>
/// <param name="Width">How many bytes the field has, all elements together.</param>
/// <param name="Doc">What the user says about the field.</param>
internal sealed record FieldModel(PropertyModel Property, FieldShape Shape, int Width, DocModel Doc)
{
    /// <summary>Where the field starts; the planner places it.</summary>
    public int Offset { get; init; }

    /// <summary>What the field is for: a member of <c>FieldRole</c>.</summary>
    public string Role { get; init; } = "Value";

    /// <summary>What the integer counts: a member of <c>Unit</c>.</summary>
    public string Unit { get; init; } = "None";

    /// <summary>The magic that the field holds.</summary>
    public FixedModel? Magic { get; init; }

    /// <summary>The constant that the field holds.</summary>
    public FixedModel? Constant { get; init; }

    /// <summary>Whether each copy of the layout has its own value.</summary>
    public bool IsPerCopy { get; init; }

    /// <summary>The field of the other copy that holds the same value.</summary>
    public string? Mirrors { get; init; }

    /// <summary>How the checksum that the field holds is computed; several where another field chooses.</summary>
    public EquatableArray<ChecksumModel> Checksums { get; init; }

    /// <summary>The value that means none.</summary>
    public ulong? NullValue { get; init; }

    /// <summary>Whether the field says where something starts, whatever its role.</summary>
    public bool IsPosition { get; init; }

    /// <summary>The field that says how long what stands at the position is.</summary>
    public string? LengthField { get; init; }

    /// <summary>The least and greatest legal values.</summary>
    public RangeModel? Range { get; init; }

    /// <summary>Whether the value must be a power of two.</summary>
    public bool IsPowerOfTwo { get; init; }

    /// <summary>The legal values, where there are a few.</summary>
    public EquatableArray<ulong> OneOf { get; init; }

    /// <summary>Which bits must be set, and which may.</summary>
    public FlagsModel? Flags { get; init; }

    /// <summary>When the field counts; null for always.</summary>
    public ConditionModel? Condition { get; init; }

    /// <summary>Whether files in the wild may break the field's rules.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The clause that defines the field, where it is not the layout's.</summary>
    public string? Spec { get; init; }

    /// <summary>The named bits of an integer, in order of declaration.</summary>
    public EquatableArray<BitRangeModel> Bits { get; init; }

    /// <summary>The layouts that raw bytes may be, in order of declaration.</summary>
    public EquatableArray<OverlayModel> Overlays { get; init; }

    /// <summary>Whether the field itself is validated or sealed.</summary>
    public bool HasRule =>
        Magic is not null || Constant is not null || Checksums.Count > 0 || HasValueRule
        || Shape is EnumShape { RejectsUnknown: true } or BoolShape or TimestampShape { Greatest: not null }
            or ReservedShape { Policy: not "Preserve" };

    /// <summary>Whether the accessor cannot represent every bit pattern, so that the bytes have accessors of their own.
    /// </summary>
    public bool HasRawBytes => Shape is TextShape or BoolShape or TimestampShape { Greatest: not null };

    /// <summary>Whether the field's value is demanded to be one of several.</summary>
    public bool HasValueRule => Range is not null || IsPowerOfTwo || OneOf.Count > 0 || Flags is not null;

    /// <summary>The layout that stands in the field, once or often, as code from anywhere.</summary>
    public string? NestedType => Shape switch
    {
        NestedShape nested => nested.Type,
        FixedCountShape array => array.Type,
        _ => null,
    };
}

/// <summary>The one legal value of a field.</summary>
/// <param name="Value">The bits of the integer, or a text's bytes read big endian.</param>
/// <param name="Text">The text of a text magic.</param>
internal sealed record FixedModel(ulong Value, string? Text);
