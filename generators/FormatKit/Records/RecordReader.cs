using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

/// <summary>
/// Where a generated codec reads from: bytes, a place in them, and the end of what encloses it. What stops reading is
/// first pending, without a name, and gets one from the record that asked for the bytes.
/// </summary>
public ref partial struct RecordReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;
    private int _end;
    private int _depth;

    // How many violations there were, those that are not kept included.
    private int _noted;

    // Whether the end is that of an input which may go on.
    private bool _isOpen;
    private long _needed;
    private Failure _pending;
    private List<RecordViolation>? _violations;

    // What was read before, where that is kept.
    private readonly RecordProgress? _progress;

    /// <summary>A reader at the start of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isFinal">Whether no more will follow.</param>
    public RecordReader(ReadOnlySpan<byte> bytes, bool isFinal)
    {
        _bytes = bytes;
        _end = bytes.Length;
        _isOpen = !isFinal;
    }

    private readonly record struct Failure(bool IsThere, ViolationKind Kind, int At, ulong Found, ulong Expected);

    /// <summary>How many bytes have been read.</summary>
    public readonly int Position => _position;

    /// <summary>How many bytes are left of what encloses the record.</summary>
    public readonly int Left => _end - _position;

    /// <summary>How many bytes are needed from the start, at least; 0 where more bytes do not help.</summary>
    public readonly long Needed => _needed;

    /// <summary>Whether it is the end of the input that is needed.</summary>
    internal bool NeedsEnd { readonly get; private set; }

    /// <summary>What is wrong so far.</summary>
    internal readonly List<RecordViolation>? Violations => _violations;

    /// <summary>The next bytes, read over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(int length, out ReadOnlySpan<byte> bytes)
    {
        var at = _position;
        if ((uint)length > (uint)(_end - at))
        {
            bytes = default;
            return Lack(length);
        }

        bytes = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), at), length);
        _position = at + length;
        return true;
    }

    /// <summary>Bytes that were read.</summary>
    public readonly ReadOnlySpan<byte> Slice(int start, int end) => _bytes[start..end];

    /// <summary>Begins a region of so many bytes, within which what follows is read.</summary>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="max">The most that are accepted.</param>
    /// <param name="outer">What <see cref="Leave"/> takes to go back to what encloses the region.</param>
    public bool TryEnter(ulong length, int max, out RecordRegion outer)
    {
        outer = new RecordRegion(_end, _isOpen);
        if (!TryAccept(length, max) || (length > (ulong)Left && !Lack((long)length)))
        {
            return false;
        }

        _end = _position + (int)length;
        _isOpen = false;
        return true;
    }

    /// <summary>Begins the region that goes on to the end of what encloses the record.</summary>
    public bool TryEnterRest(int max, out RecordRegion outer)
    {
        if (!TryReachEnd())
        {
            outer = default;
            return false;
        }

        return TryEnter((ulong)Left, max, out outer);
    }

    /// <summary>Ends a region; what is left over is a violation and read over.</summary>
    public void Leave<T>(int field, RecordRegion outer)
        where T : IBinaryRecord<T>
    {
        if (_position < _end)
        {
            Report<T>(ViolationKind.LeftOver, field, _position, (ulong)Left, 0);
            _position = _end;
        }

        (_end, _isOpen) = (outer.End, outer.IsOpen);
    }

    /// <summary>Reads over zeros up to a multiple of so many bytes after a place.</summary>
    public bool TryAlign<T>(int field, int start, int alignment)
        where T : IBinaryRecord<T>
    {
        var at = _position;
        if (!TryTake((start - at) & (alignment - 1), out var padding))
        {
            return false;
        }

        CheckZero<T>(field, at, padding);
        return true;
    }

    /// <summary>Whether a count or length is within its limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAccept(ulong number, int max) => number <= (ulong)max || RefuseNumber(number, max);

    /// <summary>Whether a number holds what it counts besides; if so, it is taken off.</summary>
    public bool TrySubtract(ref ulong number, int plus)
    {
        if (number < (ulong)plus)
        {
            _pending = new Failure(true, ViolationKind.TooSmall, _position, number, (ulong)plus);
            return false;
        }

        number -= (ulong)plus;
        return true;
    }

    /// <summary>Says why reading stopped, under the name of the field that was being read.</summary>
    /// <returns>False.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Fail<T>(int field)
        where T : IBinaryRecord<T>
    {
        Debug.Assert(_needed != 0 || _pending.IsThere, "Something was pending.");
        if (_pending.IsThere && _needed == 0)
        {
            var info = T.Info;
            var at = _pending.At;
            if (_pending.Kind == ViolationKind.Truncated)
            {
                // Fields of fixed width are taken together: the one that is cut off is named.
                for (var end = at + (long)_pending.Expected;
                     field + 1 < info.Fields.Count && info.Fields[field] is { Width: { } width, Condition: null }
                     && at + width <= _end && at + width < end;
                     field++)
                {
                    at += width;
                }

                var whole = info.Fields[field].Width ?? (int)_pending.Expected;
                _pending = _pending with { At = at, Found = (ulong)(_end - at), Expected = (ulong)whole };
            }

            Add(new RecordViolation(
                _pending.Kind, info, info.Fields[field], at, _pending.Found, _pending.Expected));
            _pending = default;
        }

        return false;
    }

    /// <summary>Notes a broken rule; reading goes on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Report<T>(ViolationKind kind, int field, int at, ulong found, ulong expected)
        where T : IBinaryRecord<T>
    {
        var info = T.Info;
        Add(new RecordViolation(kind, info, info.Fields[field], at, found, expected));
    }

    /// <summary>Notes that a rule in C# does not hold.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void ReportRule<T>(int rule, int field, int at, ulong found)
        where T : IBinaryRecord<T>
    {
        var info = T.Info;
        Add(new RecordViolation(info, info.Fields[field], at, info.Rules[rule], found));
    }

    /// <summary>That a tag means no variant.</summary>
    /// <returns>False.</returns>
    public bool RefuseTag(ulong tag) => Refuse(ViolationKind.UnknownTag, tag, 0);

    private bool TryReachEnd()
    {
        if (_isOpen)
        {
            (_needed, NeedsEnd) = (_bytes.Length + 1L, true);
        }

        return !_isOpen;
    }

    private void Add(RecordViolation violation)
    {
        _violations ??= [];
        _noted++;

        // The last one is why reading stopped, if it did: it is kept whatever there was before.
        if (_violations.Count < RecordLimits.Violations)
        {
            _violations.Add(violation);
        }
        else
        {
            _violations[^1] = violation;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool RefuseNumber(ulong number, int max) => Refuse(ViolationKind.TooLarge, number, (ulong)max);

    private bool Refuse(ViolationKind kind, ulong found, ulong expected)
    {
        _pending = new Failure(true, kind, _position, found, expected);
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Lack(long length)
    {
        if (_isOpen)
        {
            _needed = _position + length;
            return false;
        }

        return Refuse(ViolationKind.Truncated, (ulong)Left, (ulong)length);
    }
}
