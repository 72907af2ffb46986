namespace FormatKit.Generators.Model;

/// <summary>A correct record: everything the emitter prints, with every choice made.</summary>
/// <param name="Type">The type and where it stands.</param>
/// <param name="Header">Its other part: <c>partial class Chunk</c>.</param>
/// <param name="IsStruct">Whether it is a struct.</param>
/// <param name="Order">The byte order of integers that do not say their own.</param>
/// <param name="Spec">The specification and clause.</param>
/// <param name="Doc">What the user says about the type.</param>
/// <param name="Align">What the record is filled up to.</param>
/// <param name="Fields">The fields in disk order.</param>
/// <param name="ChecksumOrder">The fields that hold checksums; one that covers another one comes after it.</param>
/// <param name="Rules">The rules in C#.</param>
/// <param name="Operations">The methods that every record has and the user did not write.</param>
internal sealed record RecordModel(
    TypeModel Type,
    string Header,
    bool IsStruct,
    string Order,
    string? Spec,
    DocModel Doc,
    int Align,
    EquatableArray<RecordFieldModel> Fields,
    EquatableArray<int> ChecksumOrder,
    EquatableArray<RecordRuleModel> Rules,
    EquatableArray<string> Operations);

/// <summary>A field of a correct record.</summary>
/// <param name="Name">The name without escape.</param>
/// <param name="Identifier">The name as code.</param>
/// <param name="Type">The property's type as code, without the mark of a nullable one.</param>
/// <param name="Kind">What it holds: a member of <c>RecordFieldKind</c>.</param>
/// <param name="Doc">What the user says about it.</param>
internal sealed record RecordFieldModel(string Name, string Identifier, string Type, string Kind, DocModel Doc)
{
    /// <summary>The value of fixed width, or each element.</summary>
    public FieldModel? Value { get; init; }

    /// <summary>How many bytes the field has when it is there; 0 where it varies.</summary>
    public int Width { get; init; }

    /// <summary>The type of each element, of the record or of the variants, as code.</summary>
    public string? Element { get; init; }

    public RecordExtentModel Extent { get; init; } = RecordExtentModel.Own;

    /// <summary>How a text is stored: a member of <c>TextEncoding</c>.</summary>
    public string? Encoding { get; init; }

    public RecordConditionModel? Condition { get; init; }

    public int Align { get; init; } = 1;

    public string? Spec { get; init; }

    /// <summary>The index of the field whose elements, bytes or tag this one holds; -1 for none.</summary>
    public int Target { get; init; } = -1;

    /// <summary>What it holds of its target: <c>CountOf</c>, <c>LengthOf</c> or <c>TagOf</c>.</summary>
    public string? TargetRole { get; init; }

    /// <summary>The index of the field that holds a variant's tag.</summary>
    public int TaggedBy { get; init; } = -1;

    public RecordChecksumModel? Checksum { get; init; }

    /// <summary>Whether the property is a struct that is nullable.</summary>
    public bool IsNullableStruct { get; init; }

    /// <summary>Whether bytes are a <c>ReadOnlyMemory</c>.</summary>
    public bool IsMemory { get; init; }

    /// <summary>Whether the property can be set after initialization.</summary>
    public bool CanSet { get; init; }

    /// <summary>Whether every instance has the field, at the same width.</summary>
    public bool IsPlain => Width > 0 && Condition is null && Align == 1;

    /// <summary>What becomes of reserved bytes: a member of <c>ReservedPolicy</c>; null for others.</summary>
    public string? Reserved { get; init; }

    /// <summary>Whether the property's own value is not what is written.</summary>
    public bool IsComputed => Target >= 0 || Checksum is not null;
}

/// <summary>How much of something there is.</summary>
/// <param name="Kind">A member of <c>RecordExtentKind</c>.</param>
internal sealed record RecordExtentModel(string Kind)
{
    public static readonly RecordExtentModel Own = new("Own");

    /// <summary>The index of the field that says it.</summary>
    public int Field { get; init; } = -1;

    public string? FieldName { get; init; }

    /// <summary>The number before it: <c>byte</c>, <c>ushort</c> and so on, its width and order.</summary>
    public FieldModel? Prefix { get; init; }

    public int Count { get; init; }

    public int Plus { get; init; }

    public bool InBytes { get; init; }

    public int Max { get; init; }

    public RecordUntilModel? Until { get; init; }

    /// <summary>Whether the last element alone ends the array.</summary>
    public bool NeedsLast => Kind == "Until";
}

/// <summary>The element that ends an array.</summary>
/// <param name="Member">The element's field.</param>
/// <param name="Bits">The field's bits, as code on <c>element</c>.</param>
/// <param name="Written">The bits that will be written, which are others where the field is computed.</param>
/// <param name="Value">The value.</param>
/// <param name="Max">The most elements.</param>
internal sealed record RecordUntilModel(string Member, string Bits, string Written, ulong Value, int Max);

/// <summary>When a field is there.</summary>
/// <param name="Member">The index of the field that decides.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">A member of <c>ConditionKind</c>.</param>
/// <param name="Value">What it is held against.</param>
internal sealed record RecordConditionModel(int Member, string Name, string Kind, ulong Value);

/// <summary>The checksum that a field holds.</summary>
/// <param name="Algorithm">The algorithm as code.</param>
/// <param name="State">The type of its state, as code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Ranges">What is summed, one after the other.</param>
/// <param name="Self">A member of <c>ChecksumSelf</c>.</param>
/// <param name="Fill">The byte that the field counts as, where it is filled.</param>
internal sealed record RecordChecksumModel(
    string Algorithm, string State, string Name, EquatableArray<RecordRangeModel> Ranges, string Self, byte Fill);

/// <summary>Consecutive fields.</summary>
/// <param name="First">The index of the first one; -1 for the start of the record.</param>
/// <param name="Last">The index of the last one; -1 for the end of the record.</param>
internal sealed record RecordRangeModel(int First, int Last)
{
    public bool Holds(int field) => field >= First && (Last < 0 || field <= Last);
}
