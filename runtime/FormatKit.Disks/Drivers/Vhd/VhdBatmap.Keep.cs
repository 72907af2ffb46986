using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <remarks>
/// The order of writes: mark the header, durably; zeros where the map is not true; change the image; write the map;
/// seal the header. A cut finds the mark, or a map whose checksum is right because it is true.
/// </remarks>
internal sealed partial class VhdBatmap
{
    private bool _isTrue;

    /// <summary>Says that the map is not to be trusted.</summary>
    private HostWrite Mark
    {
        get
        {
            var marked = _header;
            marked.MapChecksum = TdBatmap.NoChecksum;
            return new HostWrite(_at, Layout.BytesOf(ref marked).ToArray());
        }
    }

    /// <summary>What must be durable before <see cref="FirstChange"/>: a map that is half overwritten could come to
    /// have the checksum that its header says.</summary>
    public IReadOnlyList<HostWrite> BeforeFirstChange => FirstUntrue() is null ? [] : [Mark];

    /// <summary>Marks the map, and has zeros where it is not true: all of it when it is stale, else what its definer
    /// does not sum.</summary>
    public IEnumerable<HostWrite> FirstChange()
    {
        if (FirstUntrue() is { } first)
        {
            yield return new HostWrite(Map.Start + first, new byte[Map.Length - first]);
        }
        else
        {
            yield return Mark;
        }

        _isTrue = true;
    }

    /// <summary>The header with the checksum of the map that closing has written; nothing when it never became
    /// true.</summary>
    public IEnumerable<HostWrite> CleanClose()
    {
        if (_isTrue)
        {
            var map = new byte[Bits.Length];
            _store.ReadExactly(map, Bits.Start.Value);
            yield return Sealed(map);
        }
    }

    /// <summary>The steps, each durable before the next one begins, that give the file another map.</summary>
    /// <param name="bits">The new bits, as many bytes as <see cref="Bits"/> has.</param>
    public IReadOnlyList<HostWrite> Replace(byte[] bits)
    {
        var map = new byte[Map.Length];
        bits.CopyTo(map, 0);
        return [Mark, new HostWrite(Map.Start, map), Sealed(bits)];
    }

    /// <summary>The bits that the file has.</summary>
    public byte[] ReadBits()
    {
        var bits = new byte[Bits.Length];
        _store.ReadExactly(bits, Bits.Start.Value);
        return bits;
    }

    private HostWrite Sealed(ReadOnlySpan<byte> bits)
    {
        var header = _header;
        header.Seal(bits);
        return new HostWrite(_at, Layout.BytesOf(ref header).ToArray());
    }

    /// <summary>Where in the map begins what is not true, or null.</summary>
    private long? FirstUntrue()
    {
        if (State == VhdBatmapState.Stale)
        {
            return 0;
        }

        var rest = new byte[Map.Length - Bits.Length];
        _store.ReadExactly(rest, Bits.End.Value);
        return rest.AsSpan().ContainsAnyExcept((byte)0) ? Bits.Length : null;
    }
}
