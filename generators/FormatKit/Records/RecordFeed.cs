using System.Diagnostics.CodeAnalysis;

namespace FormatKit;

/// <summary>
/// Reads records one after the other from bytes that come in pieces. However the bytes are cut, the records are the
/// same. A record that is not whole is read again from its start once as many bytes are there as it asked for. Where it
/// cannot know that, in arrays up to an end, each piece makes it ask again: the time grows with the square of the
/// record's size over the size of pieces, so a long sequence is fed by its elements.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class RecordFeed<T>
    where T : IBinaryRecord<T>
{
    private byte[] _bytes = [];
    private int _start;
    private int _end;

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
        if (Waiting == 0 || (!IsEnded && Waiting < Needed))
        {
            return false;
        }

        var parse = Records.Parse<T>(_bytes.AsSpan(_start, Waiting), IsEnded);
        Needed = Math.Max(1, parse.Needed);
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

    private void MakeRoom(int length)
    {
        var waiting = Waiting;
        if (waiting + (long)length > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"{waiting} bytes wait, and {length} more are more than memory can hold in one piece; read first.");
        }

        var target = waiting + (long)length <= _bytes.Length
            ? _bytes
            : new byte[Math.Max(waiting + length, (int)Math.Min(Array.MaxLength, 2L * _bytes.Length))];
        _bytes.AsSpan(_start, waiting).CopyTo(target);
        (_bytes, _start, _end) = (target, 0, waiting);
    }
}
