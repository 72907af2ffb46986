namespace FormatKit.Testing;

/// <summary>Checksums of records by the table: the range is put together and summed in one piece.</summary>
internal static class RecordChecksums
{
    public static ulong Of(byte[] bytes, RecordNode node, string field, RecordChecksumInfo checksum)
    {
        var from = checksum.First is { } first ? node.Places[first].Start : node.Start;
        var to = checksum.Last is { } last ? node.Places[last].End : node.End;
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
}
