using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FormatKit;

public ref partial struct RecordReader
{
    /// <summary>Reads so many bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadBytes(ulong length, int max, out byte[] value)
    {
        if (!TryAccept(length, max) || !TryTake((int)length, out var bytes))
        {
            value = [];
            return false;
        }

        value = bytes.ToArray();
        return true;
    }

    /// <summary>Reads the bytes that are left of what encloses the record.</summary>
    public bool TryReadRest(int max, out byte[] value)
    {
        value = [];
        return TryReachEnd() && TryReadBytes((ulong)Left, max, out value);
    }

    /// <summary>Reads a text of so many bytes; what is no text is a violation and becomes U+FFFD.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadText<T>(int field, ulong length, int max, TextEncoding encoding, out string value)
        where T : IBinaryRecord<T>
    {
        var at = _position;
        if (!TryAccept(length, max) || !TryTake((int)length, out var bytes))
        {
            value = "";
            return Fail<T>(field);
        }

        if (!RecordText.TryDecode(bytes, encoding, out value))
        {
            Report<T>(ViolationKind.BadText, field, at, 0, 0);
        }

        return true;
    }

    /// <summary>Reads the text that is left of what encloses the record.</summary>
    public bool TryReadRestText<T>(int field, int max, TextEncoding encoding, out string value)
        where T : IBinaryRecord<T>
    {
        if (!TryReachEnd())
        {
            value = "";
            return Fail<T>(field);
        }

        return TryReadText<T>(field, (ulong)Left, max, encoding, out value);
    }

    /// <summary>Reads a text up to its NUL.</summary>
    public bool TryReadTerminated<T>(int field, int max, TextEncoding encoding, out string value)
        where T : IBinaryRecord<T>
    {
        value = "";
        var width = RecordText.WidthOf(encoding);
        var seen = _bytes[_position..Math.Min(_end, (int)Math.Min((long)_position + max + width, int.MaxValue))];
        var length = RecordText.IndexOfNul(seen, width);
        if (length < 0)
        {
            // Only an input that goes on, within the limit, can bring the terminator.
            _ = _isOpen && seen.Length < max + width && _position + seen.Length == _end
                ? Lack(seen.Length + 1)
                : Refuse(ViolationKind.NoTerminator, (ulong)seen.Length, (ulong)max);
            return Fail<T>(field);
        }

        return TryReadText<T>(field, (ulong)length, max, encoding, out value) && TryTake(width, out _);
    }

    /// <summary>The bytes of so many elements of one width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTakeMany(ulong count, int width, int max, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        return TryAccept(count, max)
            && HasRoom((long)count * width)
            && TryTake((int)count * width, out bytes);
    }

    /// <summary>The bytes of as many elements of one width as stand in so many bytes.</summary>
    public bool TryTakeWhole<T>(int field, ulong length, int width, int max, out ReadOnlySpan<byte> bytes)
        where T : IBinaryRecord<T>
    {
        if (!TryAccept(length, max) || !TryTake((int)length, out bytes))
        {
            bytes = default;
            return Fail<T>(field);
        }

        var over = bytes.Length % width;
        if (over != 0)
        {
            Report<T>(ViolationKind.LeftOver, field, _position - over, (ulong)over, 0);
            bytes = bytes[..^over];
        }

        return true;
    }

    /// <summary>The bytes of as many elements of one width as are left of what encloses the record.</summary>
    public bool TryTakeRest<T>(int field, int width, int max, out ReadOnlySpan<byte> bytes)
        where T : IBinaryRecord<T>
    {
        if (!TryReachEnd())
        {
            bytes = default;
            return Fail<T>(field);
        }

        return TryTakeWhole<T>(field, (ulong)Left, width, max, out bytes);
    }

    /// <summary>Notes the first byte that is not zero.</summary>
    public void CheckZero<T>(int field, int at, ReadOnlySpan<byte> bytes)
        where T : IBinaryRecord<T>
    {
        var first = bytes.IndexOfAnyExcept((byte)0);
        if (first >= 0)
        {
            Report<T>(ViolationKind.NotZero, field, at + first, bytes[first], 0);
        }
    }

    /// <summary>Notes what a layout that was read at a place breaks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Check<TRecord, TLayout>(int field, int at, ref readonly TLayout value)
        where TRecord : IBinaryRecord<TRecord>
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        if (Layout.HasRules<TLayout>() && !Layout.IsValid(in value))
        {
            ReportLayout<TRecord, TLayout>(field, -1, at, in value);
        }
    }

    /// <summary>Notes what layouts that were read from a place on break.</summary>
    public void CheckMany<TRecord, TLayout>(int field, int at, ReadOnlySpan<TLayout> values)
        where TRecord : IBinaryRecord<TRecord>
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        if (!Layout.HasRules<TLayout>())
        {
            return;
        }

        for (var index = 0; index < values.Length; index++)
        {
            if (!Layout.IsValid(in values[index]))
            {
                ReportLayout<TRecord, TLayout>(field, index, at + (index * Layout.SizeOf<TLayout>()), in values[index]);
            }
        }
    }

    private void ReportLayout<TRecord, TLayout>(int field, int index, int at, ref readonly TLayout value)
        where TRecord : IBinaryRecord<TRecord>
        where TLayout : struct, IBinaryLayout<TLayout>
    {
        var info = TRecord.Info;
        var name = index < 0 ? info.Fields[field].Name : RecordPath.Element(info.Fields[field].Name, index);
        foreach (var broken in Layout.Validate(in value))
        {
            Add(new RecordViolation(
                info, info.Fields[field], at + broken.Offset, $"{name}.{broken.Path}", broken));
        }
    }
}
