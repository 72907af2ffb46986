namespace FormatKit.Testing;

/// <summary>Checksums of records by the table: the ranges are put together and summed in one piece.</summary>
internal static class RecordChecksums
{
    public static ulong Of(byte[] bytes, RecordNode node, string field, RecordChecksumInfo checksum)
    {
        var (start, end) = node.Places[field];
        byte[] own = checksum.Self switch
        {
            ChecksumSelf.Excluded => [],
            ChecksumSelf.Filled => [.. Enumerable.Repeat(checksum.Fill, end - start)],
            _ => new byte[end - start],
        };
        var covered = new List<byte>();
        foreach (var range in checksum.Ranges)
        {
            var from = range.First is { } first ? node.PlaceOf(first).Start : node.Start;
            var to = range.Last is { } last ? node.PlaceOf(last).End : node.End;
            covered.AddRange(from <= start && end <= to
                ? [.. bytes[from..start], .. own, .. bytes[end..to]]
                : bytes[from..to]);
        }

        return checksum.Compute([.. covered]);
    }
}
