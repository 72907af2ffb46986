namespace FormatKit;

/// <summary>What a checksum takes its own field for, where its ranges hold it.</summary>
public enum ChecksumSelf
{
    /// <summary>Zeros.</summary>
    Zero,

    /// <summary>Left out, as if the field were not there.</summary>
    Excluded,

    /// <summary>
    /// What stands there: over all bytes the sum must come out as the algorithm's residue, and sealing solves for the
    /// field. For algorithms that are <c>IBalancedChecksum</c>.
    /// </summary>
    Stored,

    /// <summary>Bytes of the value <c>Fill</c>: spaces, in tar.</summary>
    Filled,
}
