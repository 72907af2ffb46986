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

    /// <summary>How the checksum that the field holds is computed; several where another field chooses.</summary>
    public EquatableArray<ChecksumModel> Checksums { get; init; }

    /// <summary>The value that means none.</summary>
    public ulong? NullValue { get; init; }

    /// <summary>Whether the field itself is validated.</summary>
    public bool HasRule =>
        Magic is not null || Constant is not null || Checksums.Count > 0
        || Shape is EnumShape { RejectsUnknown: true };

    /// <summary>Whether the accessor cannot represent every bit pattern, so that the bytes have accessors of their own.
    /// </summary>
    public bool HasRawBytes => Shape is TextShape;

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
