namespace FormatKit.Disks.Images;

/// <summary>A cached page. <see cref="Bytes"/> change under the metadata lock only; readers look at them without
/// it.</summary>
internal sealed class TablePage(PageRef reference, byte[] bytes)
{
    public PageRef Reference { get; } = reference;

    public byte[] Bytes { get; } = bytes;

    /// <summary>The rank of the edits that wait to be written.</summary>
    public byte Rank { get; set; }

    public bool IsDirty { get; set; }

    /// <summary>Whether a flush is writing the page; until it has, the file must not be read in its place.</summary>
    public bool IsFlushing { get; set; }

    /// <summary>Plans between planning and applying that have edits for the page, and operations it was loaded
    /// for.</summary>
    public int Pins { get; set; }

    /// <summary>Whether the page was ever edited: then bytes read from the file before it was dropped are
    /// old.</summary>
    public bool WasEdited { get; set; }

    /// <summary>Whether the page is no longer in the cache.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Set by each use, cleared by the sweep that looks for a page to drop.</summary>
    public volatile bool WasUsed = true;

    public bool CanDrop => !IsDirty && !IsFlushing && Pins == 0;
}
