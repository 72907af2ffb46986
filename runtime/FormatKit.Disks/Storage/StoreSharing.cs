namespace FormatKit.Disks.Storage;

/// <summary>What an open store allows other processes, and other stores in this one, to do with the same file.</summary>
public enum StoreSharing
{
    /// <summary>Others may read, nobody may write.</summary>
    Shared,

    /// <summary>Nobody else may read or write.</summary>
    Exclusive,

    /// <summary>No locks are asked for or honoured: what is read may be changing, what is written may be overwritten.</summary>
    Unlocked,
}
