namespace FormatKit.Testing.PowerCuts;

/// <summary>What a host says of an operation that it did not do.</summary>
public enum StoreError
{
    /// <summary>The disk failed (EIO).</summary>
    Io,

    /// <summary>The disk is full (ENOSPC).</summary>
    NoSpace,

    /// <summary>The power went: nobody hears anything, and nothing is done any more.</summary>
    PowerCut,
}
