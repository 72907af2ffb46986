namespace FormatKit.Disks.Tests.Model;

/// <summary>What is done to a chain.</summary>
public enum ChainAct
{
    Write,
    Zero,
    Discard,
    Flush,
    Reopen,

    /// <summary>A new child on the top.</summary>
    Snapshot,

    /// <summary>The top goes into its parent.</summary>
    Commit,

    /// <summary>The parent of the top goes into its own.</summary>
    CommitMiddle,

    /// <summary>The top comes to sit on its grandparent.</summary>
    Rebase,

    /// <summary>The top comes to stand alone.</summary>
    Flatten,

    /// <summary>The parent of the top gets another name.</summary>
    Rename,

    Compact,

    /// <summary>The top becomes longer or shorter, whatever it loses.</summary>
    Resize,
}
