namespace FormatKit;

/// <summary>
/// What was read of a record that is not whole: the elements of its arrays of records, and of those in the element that
/// is not whole either, and so on. Reading a record asks for its arrays in the same order each time, so the order tells
/// them.
/// </summary>
/// <param name="cancellation">Stops reading before an element of an array of records.</param>
internal sealed class RecordProgress(CancellationToken cancellation = default)
{
    private readonly List<RecordSequence> _sequences = [];
    private int _next;
    private bool _isBroken;

    /// <summary>
    /// Reads the record that some bytes start with, as <see cref="Records.Parse{T}(ReadOnlySpan{byte}, bool)"/> does,
    /// without the elements that were read before.
    /// </summary>
    /// <param name="bytes">What it was before, and what has come since.</param>
    /// <param name="isFinal">Whether no more bytes will follow.</param>
    public RecordParse<T> Parse<T>(ReadOnlySpan<byte> bytes, bool isFinal)
        where T : IBinaryRecord<T>
    {
        // From the innermost array outwards: what stands before an array is not read again until the array is there.
        for (int open; (open = _sequences.FindLastIndex(static sequence => !sequence.IsComplete)) >= 0;)
        {
            _next = open + 1;
            var within = new RecordReader(bytes, isFinal, this);
            if (!_sequences[open].TryReadOn(ref within))
            {
                return Stop<T>(in within, bytes, isFinal);
            }
        }

        _next = 0;
        var reader = new RecordReader(bytes, isFinal, this);
        return T.Read(ref reader, out var value) && !_isBroken && reader.Violations is null
            ? new RecordParse<T>(RecordStatus.Complete, value, reader.Position, 0, null)
            : Stop<T>(in reader, bytes, isFinal);
    }

    /// <summary>The array that is asked for now, if it was before.</summary>
    public RecordSequence? Next() => _next < _sequences.Count ? _sequences[_next++] : null;

    /// <summary>Begins an array; those that it has within come after it.</summary>
    public void Begin(RecordSequence sequence)
    {
        _sequences.Add(sequence);
        _next = _sequences.Count;
    }

    /// <summary>Comes before each element.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits for more.</exception>
    public void ThrowIfCancelled() => cancellation.ThrowIfCancellationRequested();

    /// <summary>How many arrays have been asked for.</summary>
    public int Mark => _next;

    /// <summary>An element is whole: the arrays in it, asked for since so many were, are needed no more.</summary>
    /// <param name="mark">How many were asked for before the element.</param>
    /// <param name="isBroken">Whether rules are broken so far.</param>
    public void Forget(int mark, bool isBroken)
    {
        _isBroken |= isBroken;
        _sequences.RemoveRange(mark, _sequences.Count - mark);
        _next = mark;
    }

    // What is wrong is noted nowhere but in its readers, so all is read once more for that.
    private RecordParse<T> Stop<T>(ref readonly RecordReader reader, ReadOnlySpan<byte> bytes, bool isFinal)
        where T : IBinaryRecord<T>
    {
        _isBroken |= reader.Violations is not null;
        return reader.Needed > 0
            ? RecordParse<T>.More(in reader)
            : Records.Parse<T>(bytes, isFinal);
    }
}
