namespace FormatKit.Testing;

/// <summary>Checksums of records by the table: the range is put together and summed in one piece.</summary>
internal static class RecordChecksums
{
    public static ulong Of(byte[] bytes, RecordNode node, string field, RecordChecksumInfo checksum)
    {
        var from = checksum.First is { } first ? PlaceOf(node, first).Start : node.Start;
        var to = checksum.Last is { } last ? PlaceOf(node, last).End : node.End;
        var (start, end) = node.Places[field];
        if (start < from || end > to)
        {
            return checksum.Compute(bytes.AsSpan(from..to));
        }

        var own = checksum.Self switch
        {
            ChecksumSelf.Excluded => [],
            ChecksumSelf.Filled => Enumerable.Repeat(checksum.Fill, end - start),
            _ => new byte[end - start],
        };
        return checksum.Compute([.. bytes[from..start], .. own, .. bytes[end..to]]);
    }

    /// <summary>A field that is not there has no bytes behind the last one that is there before it.</summary>
    private static (int Start, int End) PlaceOf(RecordNode node, string field)
    {
        if (node.Places.TryGetValue(field, out var place))
        {
            return place;
        }

        var before = node.Info.Fields.TakeWhile(other => other.Name != field)
            .Where(other => node.Places.ContainsKey(other.Name));
        var end = before.Any() ? node.Places[before.Last().Name].End : node.Start;
        return (end, end);
    }
}
