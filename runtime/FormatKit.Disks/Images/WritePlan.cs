namespace FormatKit.Disks.Images;

/// <summary>
/// How one write is to be done. The runtime carries it out in this order: <see cref="Clear"/>, <see cref="Fill"/> and
/// <see cref="Fresh"/>, payload into <see cref="Place"/>, then <see cref="Edits"/> become visible to readers and are
/// written by a later flush, behind a barrier; <see cref="Freed"/> is used again only when that flush is durable.
/// </summary>
public sealed class WritePlan
{
    /// <summary>Where the payload goes (or the zeros): data extents inside the range that was asked for.</summary>
    public ExtentList Place { get; } = new();

    /// <summary>Ranges of the file that must read as zeros before the payload is written: new blocks that are not known
    /// to be zero, and the rest of sectors that are written in part for the first time.</summary>
    public List<HostRange> Clear { get; } = [];

    /// <summary>
    /// What a write leaves over of a copy unit that it is the first to write in this image, as data extents: the
    /// runtime brings the bytes up from the parent before the payload is written.
    /// </summary>
    public ExtentList Fill { get; } = new();

    /// <summary>Tables that nothing points at yet.</summary>
    public List<HostWrite> Fresh { get; } = [];

    /// <summary>Changes to tables, visible to readers once the payload is written.</summary>
    public List<TableEdit> Edits { get; } = [];

    /// <summary>Space that <see cref="Place"/> and <see cref="Fresh"/> use for the first time; it is given back when
    /// the write fails.</summary>
    public List<HostRange> Allocated { get; } = [];

    /// <summary>Space that nothing points at once <see cref="Edits"/> are durable.</summary>
    public List<HostRange> Freed { get; } = [];

    /// <summary>Empties the plan for the next write.</summary>
    public void Reset()
    {
        Place.Clear();
        Clear.Clear();
        Fill.Clear();
        Fresh.Clear();
        Edits.Clear();
        Allocated.Clear();
        Freed.Clear();
    }
}
