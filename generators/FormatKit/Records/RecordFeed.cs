using System.Diagnostics.CodeAnalysis;

namespace FormatKit;

/// <summary>
/// Reads records one after the other from bytes that come in pieces. However the bytes are cut, the records are the
/// same, and each is there with its last byte. A record that is not whole is asked again once as many bytes are there
/// as it asked for, or at the end where it goes on to that; its bytes wait until it is whole.
/// </summary>
/// <remarks>
/// Elements of arrays of records are not read again, however deep the arrays stand within one another, so the time
/// grows with the size of the record even where an array does not know how long it is. What is read again is the rest
/// of a record or element that is not whole: a few times, as its lengths become known, but with each piece where a text
/// goes on to its NUL. What is wrong is found by reading the record once more as a whole.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class RecordFeed<T>
    where T : IBinaryRecord<T>
{
    private byte[] _bytes = [];
    private int _start;
    private int _end;
    private bool _needsEnd;

    // What was read of the record that is not whole, from the second time on that it is asked.
    private RecordProgress? _progress;

    /// <summary>How many bytes wait to be read.</summary>
    public int Waiting => _end - _start;

    /// <summary>How many bytes the record that comes next needs from its start, at least.</summary>
    public long Needed { get; private set; } = 1;

    /// <summary>Whether no more bytes will follow.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Adds bytes.</summary>
    /// <exception cref="InvalidOperationException">The end was said before, or more bytes would wait than an array can
    /// have.</exception>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (IsEnded)
        {
            throw new InvalidOperationException("Nothing follows the end.");
        }

        if (bytes.Length > _bytes.Length - _end)
        {
            MakeRoom(bytes.Length);
        }

        bytes.CopyTo(_bytes.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <summary>Says that no more bytes will follow.</summary>
    public void End() => IsEnded = true;

    /// <summary>Reads the next record.</summary>
    /// <param name="value">The record.</param>
    /// <returns>Whether one is there; otherwise bytes are needed, or all have been read.</returns>
    /// <exception cref="RecordException">What stands there is no valid record; it stays there.</exception>
    public bool TryRead([MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (Waiting == 0 || (!IsEnded && (_needsEnd || Waiting < Needed)))
        {
            return false;
        }

        var parse = Parse();
        (Needed, _needsEnd) = (Math.Max(1, parse.Needed), parse.NeedsEnd);
        if (parse.Status == RecordStatus.NeedMore)
        {
            return false;
        }

        if (!parse.IsValid)
        {
            throw new RecordException(parse.Violations);
        }

        _start += parse.Consumed;
        value = parse.Value;
        return true;
    }

    /// <summary>Most records are whole when they are asked first: they cost no more than elsewhere.</summary>
    private RecordParse<T> Parse()
    {
        var progress = _progress;
        _progress = null;
        var bytes = _bytes.AsSpan(_start, Waiting);
        var parse = progress is null ? Records.Parse<T>(bytes, IsEnded) : progress.Parse<T>(bytes, IsEnded);
        if (parse.Status == RecordStatus.NeedMore)
        {
            _progress = progress ?? new RecordProgress();
        }

        return parse;
    }

    private void MakeRoom(int length)
    {
        var waiting = Waiting;
        if (waiting + (long)length > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"{waiting} bytes wait, and {length} more are more than memory can hold in one piece; read first.");
        }

        // Moved to the front only where much room is won: each byte moves a few times, whatever is read between.
        var (needed, doubled) = (waiting + length, Math.Min(Array.MaxLength, 2L * _bytes.Length));
        var target = needed <= _bytes.Length / 2 || (needed <= _bytes.Length && doubled == Array.MaxLength)
            ? _bytes
            : new byte[Math.Max(needed, (int)doubled)];
        _bytes.AsSpan(_start, waiting).CopyTo(target);
        (_bytes, _start, _end) = (target, 0, waiting);
    }
}
