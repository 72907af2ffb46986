namespace FormatKit.Testing.PowerCuts;

/// <summary>What is done to a store.</summary>
public enum StoreOperationKind
{
    /// <summary>Bytes are read; nothing changes.</summary>
    Read,

    /// <summary>Bytes are written.</summary>
    Write,

    /// <summary>A range becomes zeros and keeps its storage.</summary>
    Zero,

    /// <summary>A range becomes zeros and gives its storage back.</summary>
    Punch,

    /// <summary>The store is cut or extended to a length.</summary>
    SetLength,

    /// <summary>The store has at least a length: all that is left of a write past the end whose bytes were
    /// lost.</summary>
    Extend,

    /// <summary>The barrier.</summary>
    Flush,

    /// <summary>A barrier that failed: what came before it may be lost for good, whatever later ones say.</summary>
    FailedFlush,
}
