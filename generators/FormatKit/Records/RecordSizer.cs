using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace FormatKit;

/// <summary>
/// Adds up what a record will have on disk, and refuses what cannot be written: the first of two passes, so that the
/// second one needs no room of its own and cannot fail halfway.
/// </summary>
public struct RecordSizer
{
    private long _size;
    private int _depth;

    /// <summary>How many bytes there are so far.</summary>
    /// <exception cref="ArgumentException">There are more than an array can have.</exception>
    public readonly int Size => _size <= Array.MaxLength
        ? (int)_size
        : throw new ArgumentException($"A record of {_size} bytes is larger than memory can hold in one piece.");

    /// <summary>How many bytes there are so far.</summary>
    public readonly long Position => _size;

    /// <summary>Adds bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long bytes) => _size += bytes;

    /// <summary>Adds the zeros up to a multiple of so many bytes after a place.</summary>
    public void Align(long start, int alignment) => _size += (start - _size) & (alignment - 1);

    /// <summary>Refuses more than the limit, or than the field that says how much can hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Limit<T>(int field, long number, long max)
        where T : IBinaryRecord<T>
    {
        if (number > max)
        {
            RefuseNumber<T>(field, number, max);
        }
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RefuseNumber<T>(int field, long number, long max)
        where T : IBinaryRecord<T> => Refuse<T>(field, string.Create(
            CultureInfo.InvariantCulture, $"has {number} elements or bytes; at most {max} can be written"));

    /// <summary>Refuses bytes of another length than the field has.</summary>
    public static void Exactly<T>(int field, int found, int length)
        where T : IBinaryRecord<T>
    {
        if (found != length)
        {
            Refuse<T>(field, string.Create(
                CultureInfo.InvariantCulture, $"has {found} elements or bytes; there must be {length}"));
        }
    }

    /// <summary>Refuses a value where there must be none, and none where there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Present<T>(int field, bool isThere, bool isDue)
        where T : IBinaryRecord<T>
    {
        if (isThere != isDue)
        {
            RefusePresence<T>(field, isDue);
        }
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RefusePresence<T>(int field, bool isDue)
        where T : IBinaryRecord<T>
    {
        var condition = T.Info.Fields[field].Condition;
        Refuse<T>(field, isDue
            ? condition is null ? "is null" : $"is null, but {condition} demands it"
            : $"has a value, which is there only when {condition}");
    }

    /// <summary>Adds a text.</summary>
    /// <returns>How many bytes it has without a terminator.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AddText<T>(int field, string text, TextEncoding encoding, bool isTerminated)
        where T : IBinaryRecord<T>
    {
        Present<T>(field, text is not null, true);
        var size = RecordText.Measure(text!, encoding, isTerminated);
        if (size < 0)
        {
            var index = RecordText.IndexOfFault(text!, encoding, isTerminated);
            Refuse<T>(field, string.Create(
                CultureInfo.InvariantCulture, $"cannot store character U+{(int)text![index]:X4} at index {index}"));
        }

        _size += size + (isTerminated ? RecordText.WidthOf(encoding) : 0);
        return size;
    }

    /// <summary>Adds a record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddRecord<TOuter, T>(int field, in T value)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T>
    {
        Present<TOuter>(field, value is not null, true);
        Descend<TOuter>(field);
        T.Measure(in value!, ref this);
        _depth--;
    }

    /// <summary>Adds a variant as the record that it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MeasureAs<T>(in T value)
        where T : IBinaryRecord<T> => T.Measure(in value, ref this);

    /// <summary>Adds records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddRecords<TOuter, T>(int field, ReadOnlySpan<T> values)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T>
    {
        foreach (ref readonly var value in values)
        {
            AddRecord<TOuter, T>(field, in value);
        }
    }

    /// <summary>Adds a variant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddVariant<TOuter, T>(int field, T value)
        where TOuter : IBinaryRecord<TOuter>
        where T : class, IBinaryVariants<T>
    {
        Present<TOuter>(field, value is not null, true);
        Descend<TOuter>(field);
        T.Measure(value!, ref this);
        _depth--;
    }

    /// <summary>Refuses an array whose last element does not end it, or that another element ends.</summary>
    public static void Ends<TOuter, T>(int field, ReadOnlySpan<T> values, Func<T, bool> isLast, bool needsLast)
        where TOuter : IBinaryRecord<TOuter>
    {
        for (var index = 0; index < values.Length - 1; index++)
        {
            if (values[index] is { } element && isLast(element))
            {
                Refuse<TOuter>(field, string.Create(
                    CultureInfo.InvariantCulture, $"has at {index} an element that ends it before its last one"));
            }
        }

        if (needsLast && (values.IsEmpty || values[^1] is not { } last || !isLast(last)))
        {
            var array = TOuter.Info.Fields[field];
            Refuse<TOuter>(field, $"must end with {array.Extent.UntilIn(array.Record!)}");
        }
    }

    /// <summary>Refuses a value.</summary>
    [DoesNotReturn]
    public static void Refuse<T>(int field, string fault)
        where T : IBinaryRecord<T>
    {
        var info = T.Info;
        throw new ArgumentException($"{info.Name}.{info.Fields[field].Name} {fault}.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Descend<TOuter>(int field)
        where TOuter : IBinaryRecord<TOuter>
    {
        if (++_depth >= RecordLimits.Depth)
        {
            Refuse<TOuter>(field, $"holds more than {RecordLimits.Depth} records within one another");
        }
    }
}
