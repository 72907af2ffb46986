using System.Runtime.CompilerServices;

namespace FormatKit;

/// <summary>
/// Records within records. What generated code calls for each element is inlined there, where the types are known: in
/// code that reference types share, each call of a record's codec would be looked up.
/// </summary>
public ref partial struct RecordReader
{
    /// <summary>Reads a record that stands in another.</summary>
    public bool TryReadRecord<TOuter, T>(int field, out T value)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T> => TryReadElement<TOuter, T>(field, -1, out value);

    /// <summary>Reads a variant that stands in a record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadVariant<TOuter, T>(int field, ulong tag, out T value)
        where TOuter : IBinaryRecord<TOuter>
        where T : class, IBinaryVariants<T>
    {
        var noted = _noted;
        if (!TryDescend())
        {
            value = null!;
            return Fail<TOuter>(field);
        }

        var isRead = T.Read(tag, ref this, out value);
        _depth--;
        if (!isRead && _pending.IsThere)
        {
            return Fail<TOuter>(field);
        }

        Prefix<TOuter>(noted, field, -1);
        return isRead;
    }

    /// <summary>Reads a variant as the record that it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadAs<T>(out T value)
        where T : IBinaryRecord<T> => T.Read(ref this, out value);

    /// <summary>Reads so many records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadRecords<TOuter, T>(int field, ulong count, int max, out T[] values)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T>
    {
        if (!TryAccept(count, max) || !HasRoom((long)count * Math.Max(1, T.MinimumSize)))
        {
            values = [];
            return Fail<TOuter>(field);
        }

        return TryReadEach<TOuter, T>(field, (int)count, out values);
    }

    /// <summary>Reads as many records as the declaration says, which may have no bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadFixed<TOuter, T>(int field, int count, out T[] values)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T>
    {
        if (!HasRoom((long)count * T.MinimumSize))
        {
            values = [];
            return Fail<TOuter>(field);
        }

        return TryReadEach<TOuter, T>(field, count, out values);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadEach<TOuter, T>(int field, int count, out T[] values)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T>
    {
        if (_progress is not null)
        {
            return TryReadSequence<TOuter, T>(field, count, max: 0, isLast: null, needsLast: false, out values);
        }

        values = count == 0 ? [] : new T[count];
        for (var index = 0; index < values.Length; index++)
        {
            if (!TryReadElement<TOuter, T>(field, index, out values[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads as many records as the region has, or up to the one that ends the array.</summary>
    /// <param name="field">The array.</param>
    /// <param name="max">The most elements that are accepted.</param>
    /// <param name="isLast">Tells the element that ends the array, if one does.</param>
    /// <param name="needsLast">Whether the array ends with that element only, and not with the region.</param>
    /// <param name="values">The elements.</param>
    public bool TryReadUntil<TOuter, T>(int field, int max, Func<T, bool>? isLast, bool needsLast, out T[] values)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T>
    {
        if (_progress is not null)
        {
            return TryReadSequence<TOuter, T>(field, count: null, max, isLast, needsLast, out values);
        }

        values = [];
        var elements = new List<T>();
        while (needsLast || Left > 0)
        {
            var start = _position;
            if (elements.Count == max)
            {
                Refuse(ViolationKind.TooLarge, (ulong)max + 1, (ulong)max);
                return Fail<TOuter>(field);
            }

            if (!TryReadElement<TOuter, T>(field, elements.Count, out var element))
            {
                return false;
            }

            elements.Add(element);
            if (isLast is not null && isLast(element))
            {
                break;
            }

            if (_position == start)
            {
                Refuse(ViolationKind.NoProgress, 0, 1);
                return Fail<TOuter>(field);
            }
        }

        values = [.. elements];
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadElement<TOuter, T>(int field, int index, out T value)
        where TOuter : IBinaryRecord<TOuter>
        where T : IBinaryRecord<T>
    {
        var noted = _noted;
        if (!TryDescend())
        {
            value = default!;
            return Fail<TOuter>(field);
        }

        var isRead = T.Read(ref this, out value);
        _depth--;
        Prefix<TOuter>(noted, field, index);
        return isRead;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryDescend() =>
        ++_depth < RecordLimits.Depth || Refuse(ViolationKind.TooDeep, RecordLimits.Depth + 1, RecordLimits.Depth);

    private bool HasRoom(long length) => length <= Left || Lack(length);

    /// <summary>Puts the name of a field before the paths of what was noted since so many were.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Prefix<TOuter>(int noted, int field, int index)
        where TOuter : IBinaryRecord<TOuter>
    {
        if (_noted != noted)
        {
            PrefixSince<TOuter>(noted, field, index);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void PrefixSince<TOuter>(int noted, int field, int index)
        where TOuter : IBinaryRecord<TOuter>
    {
        var info = TOuter.Info;

        // Once the list is full, the last one is replaced.
        for (var at = Math.Min(noted, RecordLimits.Violations - 1); at < _violations!.Count; at++)
        {
            _violations[at].Prefix(info, info.Fields[field].Name, index);
        }
    }
}
