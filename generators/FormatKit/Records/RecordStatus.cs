namespace FormatKit;

/// <summary>What became of reading a record.</summary>
public enum RecordStatus
{
    /// <summary>Reading stopped: bytes are missing, or what stands there cannot be read past.</summary>
    Broken,

    /// <summary>More bytes are needed; nothing that is there stopped reading.</summary>
    NeedMore,

    /// <summary>The record was read to its end; it may break rules all the same.</summary>
    Complete,
}
