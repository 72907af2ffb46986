using System.Runtime.InteropServices;

namespace FormatKit.Disks.Images;

/// <summary>Extents in guest order; what goes on where the last one ends is joined to it.</summary>
public sealed class ExtentList
{
    private readonly List<Extent> _extents = [];

    /// <summary>The extents so far.</summary>
    public ReadOnlySpan<Extent> Extents => CollectionsMarshal.AsSpan(_extents);

    /// <summary>How many extents there are.</summary>
    public int Count => _extents.Count;

    /// <summary>The extent at <paramref name="index"/>.</summary>
    public Extent this[int index] => _extents[index];

    /// <summary>Adds an extent, or prolongs the last one.</summary>
    public void Add(in Extent extent)
    {
        if (_extents.Count > 0 && _extents[^1].IsContinuedBy(extent))
        {
            _extents[^1] = _extents[^1] with { Length = _extents[^1].Length + extent.Length };
        }
        else if (extent.Length > 0)
        {
            _extents.Add(extent);
        }
    }

    /// <summary>Removes all extents.</summary>
    public void Clear() => _extents.Clear();
}
