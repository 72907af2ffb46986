using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// Corrections that are not in the file yet: whoever reads a table before the first change is written sees it as if
/// they were. So a reader gets right what is damaged in one of two copies, and still writes nothing.
/// </summary>
internal sealed class TableMends
{
    private readonly HostWrite[] _writes;
    private readonly HostRange[] _places;

    /// <param name="writes">The corrections, none overlapping another.</param>
    public TableMends(IEnumerable<HostWrite> writes)
    {
        _writes = [.. writes.OrderBy(write => write.Offset)];
        _places = Array.ConvertAll(_writes, write => write.Range);
    }

    /// <summary>Nothing to correct.</summary>
    public static TableMends None { get; } = new([]);

    /// <summary>Whether there is a correction in a range.</summary>
    public bool Touch(HostRange range) =>
        HostRange.FirstEndingBehind(_places, range.Start) is var first
        && first < _places.Length && _places[first].Start < range.End;

    /// <summary>Puts the corrections of a range into bytes that were read from it.</summary>
    public void Apply(Span<byte> bytes, HostOffset at)
    {
        var end = at + bytes.Length;
        var index = HostRange.FirstEndingBehind(_places, at);
        for (; index < _writes.Length && _writes[index].Offset < end; index++)
        {
            var write = _writes[index];
            var start = Math.Max(0, write.Offset - at);
            var skipped = (int)Math.Max(0, at - write.Offset);
            var length = (int)Math.Min(write.Bytes.Length - skipped, bytes.Length - start);
            if (length > 0)
            {
                write.Bytes.Span.Slice(skipped, length).CopyTo(bytes[(int)start..]);
            }
        }
    }
}
