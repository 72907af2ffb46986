using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace FormatKit;

/// <summary>The operations that every record has.</summary>
public static class Records
{
    /// <summary>What each field of a record is.</summary>
    public static RecordInfo InfoOf<T>()
        where T : IBinaryRecord<T> => T.Info;

    /// <summary>What the variants of a class are.</summary>
    public static VariantsInfo VariantsOf<T>()
        where T : class, IBinaryVariants<T> => T.Info;

    /// <summary>The fewest bytes that a record can have.</summary>
    public static int MinimumSizeOf<T>()
        where T : IBinaryRecord<T> => T.MinimumSize;

    /// <summary>
    /// Reads the record that some bytes start with, and says all that is wrong. What follows the record is left alone.
    /// </summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isFinal">
    /// Whether no more bytes will follow. If not, and the record is not there as a whole, the result says how many are
    /// needed at least; reading then starts again from the start of the record.
    /// </param>
    public static RecordParse<T> Parse<T>(ReadOnlySpan<byte> bytes, bool isFinal = true)
        where T : IBinaryRecord<T>
    {
        var reader = new RecordReader(bytes, isFinal);
        return Parse<T>(ref reader);
    }

    /// <summary>As for a span. Segments are copied into one buffer, as many as the record turns out to need.</summary>
    public static RecordParse<T> Parse<T>(in ReadOnlySequence<byte> bytes, bool isFinal = true)
        where T : IBinaryRecord<T>
    {
        var first = bytes.FirstSpan;
        if (first.Length == bytes.Length)
        {
            return Parse<T>(first, isFinal);
        }

        var parse = Parse<T>(first, isFinal: false);
        for (long wanted = first.Length; parse.Status == RecordStatus.NeedMore && wanted < bytes.Length;)
        {
            // Doubled, so that starting again costs no more than reading twice.
            wanted = Math.Min(bytes.Length, Math.Max(parse.Needed, wanted * 2));
            if (wanted > Array.MaxLength)
            {
                break;
            }

            var buffer = ArrayPool<byte>.Shared.Rent((int)wanted);
            try
            {
                bytes.Slice(0, wanted).CopyTo(buffer);
                parse = Parse<T>(buffer.AsSpan(0, (int)wanted), isFinal && wanted == bytes.Length);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }

        return parse;
    }

    /// <summary>Reads the record that some bytes start with.</summary>
    /// <exception cref="RecordException">Bytes are missing or unreadable, or rules are broken;
    /// all is in it.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes)
        where T : IBinaryRecord<T> => Demand(Parse<T>(bytes));

    /// <summary>Reads the record that some bytes start with.</summary>
    /// <exception cref="RecordException">Bytes are missing or unreadable, or rules are broken;
    /// all is in it.</exception>
    public static T Read<T>(in ReadOnlySequence<byte> bytes)
        where T : IBinaryRecord<T> => Demand(Parse<T>(in bytes));

    /// <summary>Reads the record that some bytes start with.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="value">The record.</param>
    /// <param name="consumed">How many bytes it has.</param>
    /// <returns>Whether it is there as a whole and breaks no rule.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> bytes, [MaybeNullWhen(false)] out T value, out int consumed)
        where T : IBinaryRecord<T>
    {
        var parse = Parse<T>(bytes);
        (value, consumed) = parse.IsValid ? (parse.Value, parse.Consumed) : (default(T), 0);
        return parse.IsValid;
    }

    /// <summary>How many bytes a record will have.</summary>
    /// <exception cref="ArgumentException">Something in it does not fit its field or limit.</exception>
    public static int Measure<T>(in T value)
        where T : IBinaryRecord<T>
    {
        ArgumentNullException.ThrowIfNull(value);
        var sizer = default(RecordSizer);
        T.Measure(in value, ref sizer);
        return sizer.Size;
    }

    /// <summary>
    /// Writes a record with its counts, lengths, magics, constants and checksums, whatever their properties hold.
    /// Ranges and other rules are not enforced: reading reports them.
    /// </summary>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException">The buffer is too short, or something does not fit its field or limit. The
    /// buffer is as it was, unless it is a value for one field that does not fit, such as a fixed text.</exception>
    public static int Write<T>(in T value, Span<byte> destination)
        where T : IBinaryRecord<T>
    {
        var size = Measure(in value);
        if (destination.Length < size)
        {
            throw new ArgumentException(
                $"{T.Info.Name} has {size} bytes here; there is room for {destination.Length}.", nameof(destination));
        }

        T.Write(in value, destination[..size], 0);
        return size;
    }

    /// <summary>As into a span.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Write<T>(in T value, IBufferWriter<byte> destination)
        where T : IBinaryRecord<T>
    {
        ArgumentNullException.ThrowIfNull(destination);
        var size = Measure(in value);
        T.Write(in value, destination.GetSpan(size)[..size], 0);
        destination.Advance(size);
        return size;
    }

    /// <summary>The bytes of a record.</summary>
    public static byte[] ToBytes<T>(in T value)
        where T : IBinaryRecord<T>
    {
        var bytes = new byte[Measure(in value)];
        T.Write(in value, bytes, 0);
        return bytes;
    }

    /// <summary>As for a span; asked before each element of an array of records, it may stop.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal static RecordParse<T> ParseUntilCancelled<T>(
        ReadOnlySpan<byte> bytes, bool isFinal, CancellationToken cancellation)
        where T : IBinaryRecord<T>
    {
        if (!cancellation.CanBeCanceled)
        {
            return Parse<T>(bytes, isFinal);
        }

        var reader = new RecordReader(bytes, isFinal, new RecordProgress(cancellation));
        return Parse<T>(ref reader);
    }

    private static RecordParse<T> Parse<T>(ref RecordReader reader)
        where T : IBinaryRecord<T> =>
        T.Read(ref reader, out var value)
            ? new RecordParse<T>(RecordStatus.Complete, value, reader.Position, 0, reader.Violations)
            : reader.Needed > 0
                ? RecordParse<T>.More(in reader)
                : new RecordParse<T>(RecordStatus.Broken, default, 0, 0, reader.Violations);

    private static T Demand<T>(RecordParse<T> parse)
        where T : IBinaryRecord<T> => parse.IsValid ? parse.Value : throw new RecordException(parse.Violations);
}
