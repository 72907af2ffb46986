using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// Corrections that are not in the file yet: whoever reads a table before the first change is written sees it as if
/// they were. So a reader gets right what is damaged in one of two copies, and still writes nothing.
/// </summary>
internal sealed class TableMends
{
    private readonly HostWrite[] _writes;

    /// <param name="writes">The corrections, none overlapping another.</param>
    public TableMends(IEnumerable<HostWrite> writes) =>
        _writes = [.. writes.OrderBy(write => write.Offset)];

    /// <summary>Nothing to correct.</summary>
    public static TableMends None { get; } = new([]);

    /// <summary>Whether there is a correction in a range.</summary>
    public bool Touch(HostRange range) =>
        FirstBehind(range.Start) is var first && first < _writes.Length && _writes[first].Offset < range.End;

    /// <summary>Puts the corrections of a range into bytes that were read from it.</summary>
    public void Apply(Span<byte> bytes, HostOffset at)
    {
        for (var low = FirstBehind(at); low < _writes.Length && _writes[low].Offset < at + bytes.Length; low++)
        {
            var write = _writes[low];
            var start = Math.Max(0, write.Offset - at);
            var skipped = (int)Math.Max(0, at - write.Offset);
            var length = (int)Math.Min(write.Bytes.Length - skipped, bytes.Length - start);
            if (length > 0)
            {
                write.Bytes.Span.Slice(skipped, length).CopyTo(bytes[(int)start..]);
            }
        }
    }

    /// <summary>The first correction that ends behind a place.</summary>
    private int FirstBehind(HostOffset at)
    {
        var (low, high) = (0, _writes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = EndOf(_writes[middle]) <= at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static HostOffset EndOf(HostWrite write) => write.Offset + write.Bytes.Length;
}
