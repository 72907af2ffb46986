namespace FormatKit;

/// <summary>What one field of a record is, as data: enough to read it, and to make valid values of it, without its
/// code.</summary>
public sealed class RecordFieldInfo
{
    private readonly Func<RecordInfo>? _record;
    private readonly Func<VariantsInfo>? _variants;

    /// <summary>The name of the property.</summary>
    public required string Name { get; init; }

    /// <summary>What the field holds.</summary>
    public required RecordFieldKind Kind { get; init; }

    /// <summary>How many bytes the field has, when it is there; null where it varies.</summary>
    public int? Width { get; init; }

    /// <summary>The summary of the field's documentation, as plain text.</summary>
    public string? Doc { get; init; }

    /// <summary>The clause that defines the field, where it is not the record's.</summary>
    public string? Spec { get; init; }

    /// <summary>
    /// The value of fixed width, or each element, as a field at offset 0 of its own bytes: width, kind, order, rules
    /// and accessors. Null for other kinds.
    /// </summary>
    public FieldInfo? Value { get; init; }

    /// <summary>How much there is.</summary>
    public RecordExtent Extent { get; init; } = RecordExtent.Own;

    /// <summary>How a text whose length varies is stored.</summary>
    public TextEncoding Encoding { get; init; }

    /// <summary>What becomes of reserved bytes; null for bytes with a meaning.</summary>
    public ReservedPolicy? Reserved { get; init; }

    /// <summary>When the field is there; null for always.</summary>
    public FieldCondition? Condition { get; init; }

    /// <summary>The field starts at a multiple of so many bytes from the start of the record, after zeros.</summary>
    public int Align { get; init; } = 1;

    /// <summary>The field whose elements this one counts.</summary>
    public string? CountOf { get; init; }

    /// <summary>The field whose bytes this one counts.</summary>
    public string? LengthOf { get; init; }

    /// <summary>The variant whose tag this field holds.</summary>
    public string? TagOf { get; init; }

    /// <summary>The field that holds the tag of this variant.</summary>
    public string? TaggedBy { get; init; }

    /// <summary>The checksum that the field holds.</summary>
    public RecordChecksumInfo? Checksum { get; init; }

    /// <summary>The record, or that of each element.</summary>
    public RecordInfo? Record => _record?.Invoke();

    /// <summary>Gives <see cref="Records"/>; called when it is asked for, since a record may hold itself.</summary>
    public Func<RecordInfo> RecordSource { init => _record = value; }

    /// <summary>The variants.</summary>
    public VariantsInfo? Variants => _variants?.Invoke();

    /// <summary>Gives <see cref="Variants"/>.</summary>
    public Func<VariantsInfo> VariantsSource { init => _variants = value; }

    /// <summary>Reads the property.</summary>
    public required RecordGetter Get { get; init; }

    /// <summary>Sets the property; null where it can only be set in an initializer.</summary>
    public RecordSetter? Set { get; init; }

    /// <summary>Whether the field's value is computed on writing, whatever the property holds.</summary>
    public bool IsComputed =>
        CountOf is not null || LengthOf is not null || TagOf is not null || Checksum is not null
        || Value?.Fixed is not null;

    internal string Describe(ulong value) => Value?.Describe(value)
        ?? value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}, {Kind}, {Extent}";
}
