namespace FormatKit;

/// <summary>
/// What every <see cref="BinaryRecordAttribute"/> type is. Use the members through <see cref="Records"/>; generated
/// codecs call them for records within records.
/// </summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IBinaryRecord<TSelf> : IBinaryFormat
    where TSelf : IBinaryRecord<TSelf>
{
    /// <summary>What each field is.</summary>
    static abstract RecordInfo Info { get; }

    /// <summary>The fewest bytes that the record can have.</summary>
    static abstract int MinimumSize { get; }

    /// <summary>Reads a record; where reading can go on, broken rules are noted in the reader.</summary>
    /// <returns>Whether the record was read to its end; otherwise the reader knows why.</returns>
    static abstract bool Read(ref RecordReader reader, out TSelf value);

    /// <summary>Adds up the bytes of a record, and refuses what cannot be written.</summary>
    /// <exception cref="ArgumentException">Something does not fit its field or limit.</exception>
    static abstract void Measure(in TSelf value, ref RecordSizer sizer);

    /// <summary>Writes a record that was measured.</summary>
    /// <param name="source">The record.</param>
    /// <param name="target">The bytes of all that is written; those before <paramref name="start"/> are there.</param>
    /// <param name="start">Where the record starts.</param>
    /// <returns>Where it ends.</returns>
    static abstract int Write(in TSelf source, Span<byte> target, int start);

    static TResult IBinaryFormat.Accept<TVisitor, TResult>(TVisitor visitor) => visitor.VisitRecord<TSelf>();
}
