namespace FormatKit;

/// <summary>
/// The regions outside of a layout that its checksums cover, in the order of <see cref="LayoutInfo.Externals"/>. None
/// at all where a checksum over one is to be left alone.
/// </summary>
public readonly ref struct ExternalRegions
{
    /// <summary>How many there can be.</summary>
    public const int Maximum = 4;

    private readonly ReadOnlySpan<byte> _first;
    private readonly ReadOnlySpan<byte> _second;
    private readonly ReadOnlySpan<byte> _third;
    private readonly ReadOnlySpan<byte> _fourth;

    /// <summary>One region.</summary>
    public ExternalRegions(ReadOnlySpan<byte> first)
    {
        _first = first;
        Count = 1;
    }

    /// <summary>Two regions.</summary>
    public ExternalRegions(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
        : this(first)
    {
        _second = second;
        Count = 2;
    }

    /// <summary>Three regions.</summary>
    public ExternalRegions(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
        : this(first, second)
    {
        _third = third;
        Count = 3;
    }

    /// <summary>Four regions.</summary>
    public ExternalRegions(
        ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, ReadOnlySpan<byte> fourth)
        : this(first, second, third)
    {
        _fourth = fourth;
        Count = 4;
    }

    private ExternalRegions(ExternalRegions others, int first)
    {
        _first = others[first];
        _second = others[first + 1];
        _third = others[first + 2];
        _fourth = others[first + 3];
        Count = Math.Max(0, others.Count - first);
    }

    /// <summary>How many are given.</summary>
    public int Count { get; }

    /// <summary>The bytes of a region; none where it is not given.</summary>
    public ReadOnlySpan<byte> this[int index] => index switch
    {
        0 => _first,
        1 => _second,
        2 => _third,
        3 => _fourth,
        _ => default,
    };

    /// <summary>The regions from one on: those of a nested layout, whose own begin there.</summary>
    public ExternalRegions From(int first) => new(this, first);
}
