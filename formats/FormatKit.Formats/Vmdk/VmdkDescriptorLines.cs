using System.Runtime.InteropServices;
using System.Text;

namespace FormatKit.Formats.Vmdk;

/// <summary>
/// The lines of a text, each decoded by itself: what an encoding makes of one line cannot spoil the next.
/// </summary>
/// <remarks>
/// Lines end with LF, CR or both. The text ends at the first NUL: the sectors of an embedded descriptor are filled up
/// with zeros. In all encodings of descriptors a byte of a line end is nothing else; UTF-16 goes by its own units.
/// </remarks>
internal ref struct VmdkDescriptorLines
{
    /// <summary>A line may have so many bytes. Names mostly end at 255 characters, paths at 4 Ki.</summary>
    private const int MaxLineBytes = 64 * 1024;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly Encoding _encoding;
    private readonly int _unit;
    private readonly ushort _lineFeed;
    private readonly ushort _carriageReturn;
    private int _next;

    public VmdkDescriptorLines(ReadOnlySpan<byte> bytes, int start, Encoding encoding, int unit)
    {
        _encoding = encoding;
        _unit = unit;
        _lineFeed = Unit('\n');
        _carriageReturn = Unit('\r');
        _next = start;
        var end = IndexOfAny(bytes[start..], 0, 0);
        _bytes = end < 0 ? bytes : bytes[..(start + end)];
        Current = default;
    }

    public VmdkDescriptorLine Current { get; private set; }

    public readonly VmdkDescriptorLines GetEnumerator() => this;

    /// <exception cref="VmdkDescriptorException">The next line is too long.</exception>
    public bool MoveNext()
    {
        if (_next >= _bytes.Length)
        {
            return false;
        }

        var rest = _bytes[_next..];
        var length = IndexOfAny(rest, _lineFeed, _carriageReturn);
        var line = length < 0 ? rest : rest[..length];
        Current = new VmdkDescriptorLine(Current.Number + 1, _next, "");
        if (line.Length > MaxLineBytes)
        {
            throw Current.Broken("line", $"{line.Length} bytes", $"at most {MaxLineBytes}");
        }

        Current = Current with { Text = _encoding.GetString(line) };
        _next += line.Length + (length < 0 ? 0 : EndLength(rest[length..]));
        return true;
    }

    private readonly int EndLength(ReadOnlySpan<byte> end) =>
        end.Length >= 2 * _unit && First(end) == _carriageReturn && First(end[_unit..]) == _lineFeed
            ? 2 * _unit
            : _unit;

    private readonly ushort First(ReadOnlySpan<byte> bytes) =>
        _unit == 1 ? bytes[0] : MemoryMarshal.Read<ushort>(bytes);

    /// <summary>The first of two units, in bytes from the start; -1 where there is none.</summary>
    private readonly int IndexOfAny(ReadOnlySpan<byte> bytes, ushort one, ushort other)
    {
        if (_unit == 1)
        {
            return bytes.IndexOfAny((byte)one, (byte)other);
        }

        var index = MemoryMarshal.Cast<byte, ushort>(bytes).IndexOfAny(one, other);
        return index < 0 ? -1 : index * _unit;
    }

    /// <summary>A character as it stands in memory.</summary>
    private readonly ushort Unit(char character) =>
        _unit == 1 ? character : MemoryMarshal.Read<ushort>(_encoding.GetBytes([character]));
}
