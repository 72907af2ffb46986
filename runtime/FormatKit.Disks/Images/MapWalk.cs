namespace FormatKit.Disks.Images;

/// <summary>What one walk over a map remembers of each layer of a chain.</summary>
internal sealed class MapWalk(DiskImage image)
{
    private MapWalk? _below;

    /// <summary>The runs of the layer's own file.</summary>
    public FileRuns File { get; } = new(image.Store);

    /// <summary>Whether the layers below are left out.</summary>
    public bool StaysHere { get; init; }

    /// <summary>The same of the layer below.</summary>
    public MapWalk Below(DiskImage parent) => _below ??= new MapWalk(parent);
}
