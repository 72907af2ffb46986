namespace FormatKit.Disks.Storage;

/// <summary>What an open store lets other processes, and other stores in this one, do with the same file.</summary>
public enum StoreSharing
{
    /// <summary>Others may read, nobody may write.</summary>
    Shared,

    /// <summary>Nobody else may read or write.</summary>
    Exclusive,

    /// <summary>No locks are taken or honoured: what is read may be changing, what is written be overwritten.</summary>
    Unlocked,
}
