namespace FormatKit;

/// <summary>What a layout is, as data: its fields in disk order, and its code behind delegates for callers that know
/// the layout only at run time.</summary>
public sealed partial class LayoutInfo
{
    private delegate int Validator(
        ReadOnlySpan<byte> bytes, scoped in ExternalRegions externals, ViolationList into);

    private delegate void Sealer(Span<byte> bytes, scoped in ExternalRegions externals);

    private delegate string Formatter(ReadOnlySpan<byte> bytes);

    private readonly Validator _validate;
    private readonly Sealer _seal;
    private readonly Formatter _format;
    private Dictionary<string, FieldInfo>? _byName;

    private LayoutInfo(Validator validate, Sealer seal, Formatter format)
    {
        _validate = validate;
        _seal = seal;
        _format = format;
    }

    /// <summary>The name of the struct.</summary>
    public required string Name { get; init; }

    /// <summary>The size in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>The byte order of integers that do not say their own.</summary>
    public required ByteOrder Order { get; init; }

    /// <summary>The specification and clause that defines the layout.</summary>
    public string? Spec { get; init; }

    /// <summary>The summary of the struct's documentation, as plain text.</summary>
    public string? Doc { get; init; }

    /// <summary>Whether the struct says itself how it reads in words; <see cref="Describe"/> is that text.</summary>
    public bool HasWords { get; init; }

    /// <summary>The fields in disk order, without gaps.</summary>
    public required IReadOnlyList<FieldInfo> Fields { get; init; }

    /// <summary>The names of the regions outside of the layout that its checksums cover.</summary>
    public IReadOnlyList<string> Externals { get; init; } = [];

    /// <summary>Where other copies of the layout stand, in words; null where there are none.</summary>
    public string? ReplicaPlace { get; init; }

    /// <summary>The rules in C#, in order of declaration; those over two layouts among them.</summary>
    public IReadOnlyList<RuleInfo> Rules { get; init; } = [];

    /// <summary>Makes the description of a layout; called by generated code.</summary>
    public static LayoutInfo Create<T>(
        string name, ByteOrder order, string? spec, string? doc, bool hasWords, FieldInfo[] fields,
        string[]? externals = null, RuleInfo[]? rules = null, string? replicaPlace = null)
        where T : struct, IBinaryLayout<T> =>
        new(
            static (ReadOnlySpan<byte> bytes, scoped in ExternalRegions externals, ViolationList into) =>
                T.Validate(in Layout.View<T>(bytes), in externals, ref into),
            static (Span<byte> bytes, scoped in ExternalRegions externals) =>
                T.Seal(ref Layout.Edit<T>(bytes), in externals),
            static bytes => Layout.View<T>(bytes).ToString()!)
        {
            Name = name,
            Size = T.Size,
            Order = order,
            Spec = spec,
            Doc = doc,
            HasWords = hasWords,
            Fields = fields,
            Externals = externals ?? [],
            Rules = rules ?? [],
            ReplicaPlace = replicaPlace,
        };

    /// <summary>The field of a name, or null.</summary>
    public FieldInfo? Find(string name)
    {
        _byName ??= Fields.ToDictionary(field => field.Name);
        return _byName.GetValueOrDefault(name);
    }

    /// <summary>Adds every violation in <paramref name="bytes"/> to <paramref name="into"/>.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="ArgumentException">There are fewer bytes than <see cref="Size"/>.</exception>
    public int Validate(ReadOnlySpan<byte> bytes, ViolationList into) => _validate(bytes, default, into);

    /// <summary>As <see cref="Validate(ReadOnlySpan{byte}, ViolationList)"/>, with what stands outside.</summary>
    /// <param name="bytes">The bytes of the layout.</param>
    /// <param name="externals">The regions of <see cref="Externals"/>, in order.</param>
    /// <param name="into">Takes the violations.</param>
    /// <exception cref="ArgumentException">There are fewer bytes than <see cref="Size"/>.</exception>
    public int Validate(ReadOnlySpan<byte> bytes, scoped in ExternalRegions externals, ViolationList into) =>
        _validate(bytes, in externals, into);

    /// <summary>Fills magics, constants and checksums.</summary>
    /// <exception cref="ArgumentException">There are fewer bytes than <see cref="Size"/>.</exception>
    public void Seal(Span<byte> bytes) => _seal(bytes, default);

    /// <summary>Fills magics, constants and checksums, those over regions outside that are given among them.</summary>
    /// <exception cref="ArgumentException">There are fewer bytes than <see cref="Size"/>.</exception>
    public void Seal(Span<byte> bytes, scoped in ExternalRegions externals) => _seal(bytes, in externals);

    /// <summary>The layout as its struct's <c>ToString</c> puts it.</summary>
    /// <exception cref="ArgumentException">There are fewer bytes than <see cref="Size"/>.</exception>
    public string Describe(ReadOnlySpan<byte> bytes) => _format(bytes);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}, {Size} bytes";
}
