namespace FormatKit;

/// <summary>What a record is, as data: its fields in disk order, and its code behind delegates for callers that know
/// the record only at run time.</summary>
public sealed class RecordInfo
{
    private delegate RecordParse<object> Parser(
        ReadOnlySpan<byte> bytes, bool isFinal, CancellationToken cancellation);

    private readonly Parser _parse;
    private readonly Func<object, byte[]> _print;

    private RecordInfo(Parser parse, Func<object, byte[]> print) => (_parse, _print) = (parse, print);

    /// <summary>The name of the type.</summary>
    public required string Name { get; init; }

    /// <summary>The type.</summary>
    public required Type Type { get; init; }

    /// <summary>The byte order of integers that do not say their own.</summary>
    public required ByteOrder Order { get; init; }

    /// <summary>The specification and clause that defines the record.</summary>
    public string? Spec { get; init; }

    /// <summary>The summary of the type's documentation, as plain text.</summary>
    public string? Doc { get; init; }

    /// <summary>The record is filled up with zeros to a multiple of so many bytes.</summary>
    public int Align { get; init; } = 1;

    /// <summary>The fewest bytes that the record can have.</summary>
    public required int MinimumSize { get; init; }

    /// <summary>The fields in disk order.</summary>
    public required IReadOnlyList<RecordFieldInfo> Fields { get; init; }

    /// <summary>The rules in C#.</summary>
    public IReadOnlyList<RuleInfo> Rules { get; init; } = [];

    /// <summary>Makes the description of a record; called by generated code.</summary>
    public static RecordInfo Create<T>(
        string name, ByteOrder order, string? spec, string? doc, int align, RecordFieldInfo[] fields,
        RuleInfo[]? rules = null)
        where T : IBinaryRecord<T> =>
        new(Parse<T>, static value => FormatKit.Records.ToBytes((T)value))
        {
            Name = name,
            Type = typeof(T),
            Order = order,
            Spec = spec,
            Doc = doc,
            Align = align,
            MinimumSize = T.MinimumSize,
            Fields = fields,
            Rules = rules ?? [],
        };

    /// <summary>The field of a name.</summary>
    public RecordFieldInfo? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>As <see cref="FormatKit.Records.Parse{T}(ReadOnlySpan{byte}, bool)"/>, with the record boxed.</summary>
    public RecordParse<object> Parse(ReadOnlySpan<byte> bytes, bool isFinal = true) =>
        _parse(bytes, isFinal, CancellationToken.None);

    /// <summary>As for bytes that are all there; asked before each element of an array of records, it may stop.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal RecordParse<object> ParseUntilCancelled(ReadOnlySpan<byte> bytes, CancellationToken cancellation) =>
        _parse(bytes, isFinal: true, cancellation);

    /// <summary>The bytes of a record.</summary>
    /// <exception cref="ArgumentException">Something in it does not fit its field or limit.</exception>
    public byte[] ToBytes(object value) => _print(value);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}, {MinimumSize} bytes or more";

    private static RecordParse<object> Parse<T>(
        ReadOnlySpan<byte> bytes, bool isFinal, CancellationToken cancellation)
        where T : IBinaryRecord<T>
    {
        var parse = FormatKit.Records.ParseUntilCancelled<T>(bytes, isFinal, cancellation);
        return new RecordParse<object>(
            parse.Status,
            parse.Status == RecordStatus.Complete ? parse.Value : null,
            parse.Consumed,
            parse.Needed,
            parse.Violations is { Count: > 0 } violations ? violations : null);
    }
}
