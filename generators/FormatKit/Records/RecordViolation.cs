using System.Globalization;

namespace FormatKit;

/// <summary>
/// One thing that is wrong in a record: a broken rule, or why reading stopped. Words are made when they are asked for.
/// </summary>
public sealed class RecordViolation
{
    internal RecordViolation(
        ViolationKind kind, RecordInfo record, RecordFieldInfo field, long offset, ulong found, ulong expected)
    {
        (Kind, Record, Field, Path) = (kind, record, field, field.Name);
        (Offset, Found, Expected) = (offset, found, expected);
        Spec = field.Spec ?? record.Spec;
    }

    internal RecordViolation(RecordInfo record, RecordFieldInfo field, long offset, string path, Violation inner)
        : this(inner.Kind, record, field, offset, inner.Found, inner.Expected)
    {
        Path = path;
        Inner = inner;
        Rule = inner.Rule;
        Spec = inner.Spec ?? Spec;
    }

    internal RecordViolation(RecordInfo record, RecordFieldInfo field, long offset, RuleInfo rule, ulong found)
        : this(ViolationKind.Rule, record, field, offset, found, 0)
    {
        Rule = rule;
        Spec = rule.Spec ?? Spec;
    }

    /// <summary>What is wrong.</summary>
    public ViolationKind Kind { get; }

    /// <summary>The stable code: <c>FKV001</c> and so on.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"FKV{(int)Kind:000}");

    /// <summary>The outermost record that was read.</summary>
    public RecordInfo Record { get; private set; }

    /// <summary>The field, in whichever nested record it stands.</summary>
    public RecordFieldInfo Field { get; }

    /// <summary>The broken rule of a layout that stands in the record.</summary>
    public Violation? Inner { get; }

    /// <summary>The path from the outermost record, such as <c>Items[3].Name</c>.</summary>
    public string Path { get; private set; }

    /// <summary>Where it is, in bytes from the start of the outermost record.</summary>
    public long Offset { get; }

    /// <summary>The rule in C# that does not hold, for <see cref="ViolationKind.Rule"/>.</summary>
    public RuleInfo? Rule { get; }

    /// <summary>The value found, as the bits of the field or a number of bytes.</summary>
    public ulong Found { get; }

    /// <summary>The value expected, likewise.</summary>
    public ulong Expected { get; }

    /// <summary>The clause of the field's specification, or its record's.</summary>
    public string? Spec { get; }

    /// <summary>The value found, in words.</summary>
    public string FoundText => Inner?.FoundText ?? Kind switch
    {
        ViolationKind.Truncated => Bytes(Found) + " left",
        ViolationKind.LeftOver or ViolationKind.NoTerminator => Bytes(Found),
        ViolationKind.NotZero => $"0x{Found:x2}",
        ViolationKind.BadText => "bytes that are none",
        ViolationKind.NoProgress => "an element without bytes",
        ViolationKind.TooDeep => "one more",
        ViolationKind.TooLarge or ViolationKind.TooSmall => Number(Found),
        ViolationKind.Rule when Field is not { Value.IsInteger: true, Condition: null } => "what it holds",
        _ => Field.Describe(Found),
    };

    /// <summary>What would have been accepted, in words.</summary>
    public string ExpectedText => Inner?.ExpectedText ?? Kind switch
    {
        ViolationKind.Truncated => Bytes(Expected),
        ViolationKind.TooLarge => "at most " + Number(Expected),
        ViolationKind.TooSmall => "at least " + Number(Expected),
        ViolationKind.UnknownTag => Field.Variants?.DescribeTags() ?? "a tag that is listed",
        ViolationKind.NoTerminator => "a NUL within " + Bytes(Expected),
        ViolationKind.LeftOver => "nothing left over",
        ViolationKind.NotZero => "zeros",
        ViolationKind.BadText => $"{Field.Encoding} text",
        ViolationKind.NoProgress => "elements that have bytes",
        ViolationKind.TooDeep => $"at most {Number(Expected)} records within one another",
        ViolationKind.Rule => $"that {Rule?.Text}",
        ViolationKind.AbsentCount => $"{Number(Expected)}, since what it counts is not there",
        ViolationKind.Magic or ViolationKind.Constant or ViolationKind.Checksum => Field.Describe(Expected),
        _ => Field.Value?.DescribeRule(Kind) ?? Field.Describe(Expected),
    };

    internal void Prefix(RecordInfo outer, string name, int index)
    {
        Record = outer;
        Path = index < 0
            ? $"{name}.{Path}"
            : string.Create(CultureInfo.InvariantCulture, $"{name}[{index}].{Path}");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Code}: {Record.Name}.{Path} at byte {Offset}: found {FoundText}, expected {ExpectedText}{Clause}");

    private string Clause => Spec is null ? "" : $" ({Spec})";

    private static string Number(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Bytes(ulong number) => number == 1 ? "1 byte" : $"{Number(number)} bytes";
}
