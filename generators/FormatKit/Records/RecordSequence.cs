namespace FormatKit;

/// <summary>
/// The elements that were read of an array of records, in a record that is not whole. Where one is missing, reading
/// goes on with it.
/// </summary>
internal abstract class RecordSequence
{
    /// <summary>Whether all elements are there.</summary>
    public bool IsComplete { get; protected set; }

    /// <summary>Reads the elements that are missing, of bytes of which there are more than before.</summary>
    /// <returns>Whether all are there now; otherwise the reader knows why.</returns>
    public abstract bool TryReadOn(ref RecordReader reader);
}

/// <summary>As its base; the elements, and what ends them.</summary>
internal sealed class RecordSequence<TOuter, T>(int start) : RecordSequence
    where TOuter : IBinaryRecord<TOuter>
    where T : IBinaryRecord<T>
{
    private T[] _values = [];

    /// <summary>The array, as the index of a field.</summary>
    public required int Field { get; init; }

    /// <summary>How deep the record stands that has it.</summary>
    public required int Depth { get; init; }

    /// <summary>How many elements there are; null where their content says it.</summary>
    public int? Count { get; init; }

    /// <summary>The most elements that are accepted, where their content says how many there are.</summary>
    public int Max { get; init; }

    /// <summary>Tells the element that ends the array, if one does.</summary>
    public Func<T, bool>? IsLast { get; init; }

    /// <summary>Whether the array ends with that element only, and not with the region.</summary>
    public bool NeedsLast { get; init; }

    /// <summary>Where the next element starts.</summary>
    public int Position { get; private set; } = start;

    /// <summary>How many elements are there.</summary>
    public int Length { get; private set; }

    /// <summary>The elements; once all are there, nothing but them.</summary>
    public T[] Values => _values;

    public override bool TryReadOn(ref RecordReader reader) => reader.TryReadOn(this);

    /// <summary>Whether elements may follow, so many bytes before the end of what encloses them.</summary>
    public bool GoesOn(int left) => Count is { } count ? Length < count : NeedsLast || left > 0;

    /// <summary>Adds an element.</summary>
    /// <returns>Whether it ends the array.</returns>
    public bool Add(T element, int end)
    {
        if (Length == _values.Length)
        {
            Array.Resize(ref _values, Count ?? Math.Max(4, (int)Math.Min(Array.MaxLength, 2L * Length)));
        }

        _values[Length++] = element;
        Position = end;
        return IsLast is not null && IsLast(element);
    }

    /// <summary>Says that all elements are there.</summary>
    public void Complete()
    {
        Array.Resize(ref _values, Length);
        IsComplete = true;
    }
}
