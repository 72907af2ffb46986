using System.Globalization;

namespace FormatKit;

/// <summary>
/// Goes through a record by its table alone. The rows of a byte array are one, and so are those of integers; records
/// and layouts have a row for each of their fields.
/// </summary>
internal sealed partial class RecordWalk(
    byte[] whole, IReadOnlyList<RecordViolation> violations, CancellationToken cancellation)
{
    /// <summary>
    /// So many rows are kept whatever they say. Of arrays that go on, elements that break no rule share a row with
    /// their neighbours: a file of nothing but small elements would take hundreds of times its size.
    /// </summary>
    internal const int RowsKept = 10_000;

    private readonly ILookup<string, RecordViolation> _violations = violations.ToLookup(broken => broken.Path);
    private int _end = whole.Length;
    private int _depth;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    /// <summary>The rows so far.</summary>
    public List<DissectedPart> Parts { get; } = [];

    private int Left => _end - Position;

    /// <summary>Goes through the record.</summary>
    /// <returns>Whether it was read to its end.</returns>
    public bool Add(RecordInfo record) => Add(record, "");

    private bool Add(RecordInfo record, string prefix)
    {
        var start = Position;
        var integers = new Dictionary<string, ulong>();
        foreach (var field in record.Fields)
        {
            if (field.Kind == RecordFieldKind.Tag
                || (field.Condition is { } condition && !condition.HoldsFor(integers[condition.Member])))
            {
                continue;
            }

            if (!Align(field, $"{prefix}{field.Name} (padding)", start, field.Align)
                || !Add(field, prefix + field.Name, integers))
            {
                return false;
            }
        }

        return record.Fields.Count == 0 || Align(record.Fields[^1], prefix + "(padding)", start, record.Align);
    }

    private bool Align(RecordFieldInfo field, string path, int start, int alignment)
    {
        var padding = (start - Position) & (alignment - 1);
        if (padding > Left)
        {
            return CutOff(field, path);
        }

        if (padding > 0)
        {
            AddRow(path, padding, FieldWords.Raw(whole.AsSpan(Position, padding)), field, null);
        }

        return true;
    }

    private bool Add(RecordFieldInfo field, string path, Dictionary<string, ulong> integers)
    {
        if (field.Kind == RecordFieldKind.Value)
        {
            return AddValue(field, path, integers);
        }

        if (!TryNumber(field, path, integers, out var number))
        {
            return false;
        }

        var extent = field.Extent;
        if (number > extent.Max)
        {
            return Stop(field, path, 0, $"not read: {number} is above the limit of {extent.Max}");
        }

        var (outer, isRegion) = (_end, extent is { InBytes: true, Kind: not RecordExtentKind.Terminator });
        if (isRegion)
        {
            if (number > Left)
            {
                return CutOff(field, path);
            }

            _end = Position + (int)number;
        }

        var isRead = AddContent(field, path, number, integers);
        if (isRead && isRegion)
        {
            if (Left > 0)
            {
                AddRow(path + " (left over)", Left, FieldWords.Raw(whole.AsSpan(Position, Left)), field, null);
            }

            _end = outer;
        }

        return isRead;
    }

    /// <summary>How many elements or bytes there are; -1 where the content says it.</summary>
    private bool TryNumber(RecordFieldInfo field, string path, Dictionary<string, ulong> integers, out long number)
    {
        var extent = field.Extent;
        ulong stored = 0;
        number = extent.Kind switch
        {
            RecordExtentKind.Fixed => extent.Count,
            RecordExtentKind.Rest => Left,
            _ => -1,
        };
        switch (extent.Kind)
        {
            case RecordExtentKind.Field:
                stored = integers[extent.Field!];
                break;
            case RecordExtentKind.Prefix when extent.PrefixWidth > Left:
                return CutOff(field, path);
            case RecordExtentKind.Prefix:
                stored = FieldAccess.ReadUnsigned(
                    in RecordRun.Over(whole.AsSpan(Position)), 0, extent.PrefixWidth, extent.PrefixOrder);
                var words = stored.ToString(CultureInfo.InvariantCulture);
                var what = extent.InBytes ? " (length)" : " (count)";
                AddRow(path + what, extent.PrefixWidth, words, field, null);
                break;
            default:
                return true;
        }

        if (stored < (ulong)extent.Plus)
        {
            return Stop(field, path, 0, $"not read: {stored} is less than {extent.Plus}");
        }

        number = (long)Math.Min(stored - (ulong)extent.Plus, long.MaxValue);
        return true;
    }

    private bool AddContent(RecordFieldInfo field, string path, long number, Dictionary<string, ulong> integers)
    {
        switch (field.Kind)
        {
            case RecordFieldKind.Bytes:
                AddRow(path, Left, FieldWords.Raw(whole.AsSpan(Position, Left)), field, null);
                return true;
            case RecordFieldKind.Text:
                return AddText(field, path);
            case RecordFieldKind.Values:
                return AddValues(field, path, number);
            case RecordFieldKind.Record:
                return AddNested(field, field.Record!, path);
            case RecordFieldKind.Variant:
                var tag = integers[field.TaggedBy!];
                return field.Variants!.Find(tag) is { } record
                    ? AddNested(field, record, path)
                    : Stop(field, path, 0, $"not read: {field.Variants.Tag.Describe(tag)} is no known tag");
            default:
                return AddRecords(field, path, number);
        }
    }

    private bool AddNested(RecordFieldInfo field, RecordInfo record, string path)
    {
        if (++_depth >= RecordLimits.Depth)
        {
            return Stop(field, path, 0, "not read: nested too deep");
        }

        var isRead = Add(record, path + ".");
        _depth--;
        return isRead;
    }

    private bool AddRecords(RecordFieldInfo field, string path, long number)
    {
        var extent = field.Extent;
        var isCounted = number >= 0 && !extent.InBytes;
        var most = extent.Until is null ? extent.Max : extent.UntilMax;
        var run = new ElementRun(this, field, path);
        for (var index = 0; isCounted ? index < number : Left > 0 || extent.Kind == RecordExtentKind.Until; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (start, element) = (Position, RecordPath.Element(path, index));
            if (index == most)
            {
                run.End(Parts.Count);
                return Stop(field, element, 0, $"not read: there are more than {most}");
            }

            var first = Parts.Count;
            if (!AddNested(field, field.Record!, element))
            {
                run.End(first);
                return false;
            }

            var isLast = extent.Until is { } until && EndsWith(until, element, first);
            run.Add(index, start, first);
            if (isLast)
            {
                break;
            }

            if (!isCounted && Position == start)
            {
                run.End(Parts.Count);
                return Stop(field, element, 0, "not read: an element without bytes");
            }
        }

        run.End(Parts.Count);
        return true;
    }

    private bool EndsWith(FieldCondition until, string element, int first)
    {
        var path = $"{element}.{until.Member}";
        var row = Parts[Parts.FindIndex(first, part => part.Path == path)];
        return until.HoldsFor(IntegerOf(row.Element!, row.Bytes.Span) ?? 0);
    }
}
