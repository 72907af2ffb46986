namespace FormatKit.Testing;

/// <summary>
/// Reads a record by the table alone: the slow twin that every generated codec must equal. It shares no code with them,
/// and stops at the first thing that is not as the table says.
/// </summary>
internal sealed partial class RecordDecoder
{
    private readonly byte[] _bytes;

    private RecordDecoder(byte[] bytes) => _bytes = bytes;

    /// <summary>Every part in disk order, paddings and terminators left out.</summary>
    public List<RecordPart> Parts { get; } = [];

    /// <summary>All records, the outermost first.</summary>
    public List<RecordNode> Nodes { get; } = [];

    /// <summary>The outermost record.</summary>
    public RecordNode Whole => Nodes[0];

    /// <summary>Reads a record; null where the bytes are none.</summary>
    public static RecordDecoder? TryRead(RecordInfo info, byte[] bytes)
    {
        try
        {
            return Read(info, bytes);
        }
        catch (RecordTableException)
        {
            return null;
        }
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="RecordTableException">The bytes are none.</exception>
    public static RecordDecoder Read(RecordInfo info, byte[] bytes)
    {
        var decoder = new RecordDecoder(bytes);
        var at = 0;
        decoder.ReadRecord(info, "", ref at, bytes.Length);
        return decoder;
    }

    private RecordNode ReadRecord(RecordInfo info, string path, ref int at, int end)
    {
        var node = new RecordNode(info, path, at);
        Nodes.Add(node);
        foreach (var field in info.Fields)
        {
            if (field.Kind == RecordFieldKind.Tag || (field.Condition is { } condition && !Holds(node, condition)))
            {
                node.Gaps[field.Name] = at;
                continue;
            }

            Align(node.Start, field.Align, ref at, end);
            var start = at;
            node.Values[field.Name] = ReadField(node, field, ref at, end);
            node.Places[field.Name] = (start, at);
        }

        Align(node.Start, info.Align, ref at, end);
        node.End = at;
        foreach (var field in info.Fields.Where(field => node.Places.ContainsKey(field.Name)))
        {
            if (field is { Checksum: { } checksum, Value: { } value })
            {
                var (from, to) = node.Places[field.Name];
                node.Checksums.Add((
                    Parts.First(part => part.Offset == from && part.End == to && part.Path == path + field.Name),
                    Number(value, _bytes.AsSpan(from..to)),
                    RecordChecksums.Of(_bytes, node, field.Name, checksum)));
            }
        }

        return node;
    }

    private object? ReadField(RecordNode node, RecordFieldInfo field, ref int at, int end)
    {
        if (field is { Kind: RecordFieldKind.Value, Value: { } value })
        {
            var bytes = Take(value.Width, ref at, end);
            Add(node, field, value, at - value.Width);
            if (value.Width <= 8)
            {
                node.Numbers[field.Name] = Number(value, bytes);
            }

            return Plain(value, bytes);
        }

        var (limit, count) = Extent(node, field, ref at, end);
        var path = node.Path + field.Name;
        switch (field.Kind)
        {
            case RecordFieldKind.Bytes:
                return Raw(node, field, FieldKind.Bytes, limit, ref at);
            case RecordFieldKind.Text:
                var text = Raw(node, field, FieldKind.Text, limit, ref at);
                at += field.Extent.Kind == RecordExtentKind.Terminator ? RecordTexts.WidthOf(field.Encoding) : 0;
                return RecordTexts.Decode(text, field.Encoding) ?? throw new RecordTableException();
            case RecordFieldKind.Values:
                return ReadValues(node, field, limit, count, ref at);
            case RecordFieldKind.Record:
                return Enclosed(field, limit, ReadRecord(field.Record!, path + ".", ref at, limit));
            case RecordFieldKind.Variant:
                var variant = field.Variants!.Find(node.Numbers[field.TaggedBy!]) ?? throw new RecordTableException();
                return Enclosed(field, limit, ReadRecord(variant, path + ".", ref at, limit));
            default:
                return ReadRecords(field, path, limit, count, ref at);
        }
    }

    private object?[] ReadValues(RecordNode node, RecordFieldInfo field, int limit, long? count, ref int at)
    {
        var value = field.Value!;
        var values = new List<object?>();
        for (var index = 0; count is { } most ? index < most : at < limit; index++)
        {
            var bytes = Take(value.Width, ref at, limit);
            Parts.Add(new RecordPart(
                $"{node.Path}{field.Name}[{index}]", value, at - value.Width, false, false, false));
            values.Add(Plain(value, bytes));
        }

        return [.. values];
    }

    private object?[] ReadRecords(RecordFieldInfo field, string path, int limit, long? count, ref int at)
    {
        var nodes = new List<object?>();
        var until = field.Extent.Until;
        var isOpen = field.Extent.Kind == RecordExtentKind.Until;
        for (var index = 0; count is { } most ? index < most : isOpen || at < limit; index++)
        {
            var node = ReadRecord(field.Record!, $"{path}[{index}].", ref at, limit);
            nodes.Add(node);
            if (until is not null && node.Numbers[until.Member] == until.Value)
            {
                break;
            }

            if (node.End == node.Start && count is null)
            {
                throw new RecordTableException();
            }
        }

        return isOpen || count is not null || at == limit ? [.. nodes] : throw new RecordTableException();
    }

    /// <summary>Where a field ends at the latest, and how many elements it has, where that is told.</summary>
    private (int Limit, long? Count) Extent(RecordNode node, RecordFieldInfo field, ref int at, int end)
    {
        var extent = field.Extent;
        var number = extent.Kind switch
        {
            RecordExtentKind.Field => node.Numbers[extent.Field!],
            RecordExtentKind.Prefix => Prefix(node, field, ref at, end),
            RecordExtentKind.Fixed => (ulong)extent.Count,
            RecordExtentKind.Terminator => (ulong)RecordTexts.IndexOfNul(_bytes.AsSpan(at..end), field.Encoding),
            _ => (ulong)(end - at),
        };
        var plus = extent.Kind is RecordExtentKind.Field or RecordExtentKind.Prefix ? (ulong)extent.Plus : 0;
        var isArray = field.Kind is RecordFieldKind.Values or RecordFieldKind.Records;
        if (number < plus || number > int.MaxValue)
        {
            throw new RecordTableException();
        }

        var counts = isArray && !extent.InBytes
            && extent.Kind is RecordExtentKind.Field or RecordExtentKind.Prefix or RecordExtentKind.Fixed;
        number -= plus;
        if (counts)
        {
            return (end, (long)number);
        }

        return (long)number <= end - at ? (at + (int)number, null) : throw new RecordTableException();
    }

    private ulong Prefix(RecordNode node, RecordFieldInfo field, ref int at, int end)
    {
        var prefix = new FieldInfo
        {
            Name = field.Name, Offset = 0, Width = field.Extent.PrefixWidth, Kind = FieldKind.Unsigned,
            Order = field.Extent.PrefixOrder, Role = FieldRole.Measure, Unit = Unit.Bytes,
        };
        Take(prefix.Width, ref at, end);
        Parts.Add(new RecordPart(
            $"{node.Path}{field.Name}", prefix, at - prefix.Width,
            IsStructure: true, IsNumber: true, IsComputed: true));
        return Number(prefix, _bytes.AsSpan(at - prefix.Width, prefix.Width));
    }

    private byte[] Raw(RecordNode node, RecordFieldInfo field, FieldKind kind, int limit, ref int at)
    {
        var raw = new FieldInfo
        {
            Name = field.Name, Offset = 0, Width = limit - at, Kind = kind, Encoding = field.Encoding,
        };
        if (raw.Width > 0)
        {
            Parts.Add(new RecordPart(
                node.Path + field.Name, raw, at,
                IsStructure: field.Extent.Kind == RecordExtentKind.Terminator, IsNumber: false,
                IsComputed: field.Reserved == ReservedPolicy.ZeroOnWrite));
        }

        var bytes = _bytes[at..limit];
        at = limit;
        return bytes;
    }

    private void Add(RecordNode node, RecordFieldInfo field, FieldInfo value, int offset)
    {
        var isNumber = field.CountOf is not null || field.LengthOf is not null;
        var isStructure = isNumber || field.TagOf is not null || node.Info.Fields.Any(other =>
            other.Condition?.Member == field.Name || other.TaggedBy == field.Name);
        var ends = Nodes.SelectMany(outer => outer.Info.Fields).Any(array => array.Extent.Until?.Member == field.Name);
        Parts.Add(new RecordPart(
            node.Path + field.Name, value, offset, isStructure || ends, isNumber, field.IsComputed));
    }

    private static RecordNode Enclosed(RecordFieldInfo field, int limit, RecordNode node) =>
        field.Extent.Kind == RecordExtentKind.Own || node.End == limit ? node : throw new RecordTableException();

    private void Align(int start, int alignment, ref int at, int end)
    {
        var padding = Take((start - at) & (alignment - 1), ref at, end);
        if (padding.Any(b => b != 0))
        {
            throw new RecordTableException();
        }
    }

    private byte[] Take(int width, ref int at, int end)
    {
        if (width > end - at)
        {
            throw new RecordTableException();
        }

        at += width;
        return _bytes[(at - width)..at];
    }

    private static object? Plain(FieldInfo value, byte[] bytes) =>
        value.Kind == FieldKind.Layout ? bytes : TableDecoder.Value(value, bytes);
}
