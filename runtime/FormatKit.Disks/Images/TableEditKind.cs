namespace FormatKit.Disks.Images;

/// <summary>What a <see cref="TableEdit"/> does with its bytes.</summary>
public enum TableEditKind : byte
{
    /// <summary>They are put there.</summary>
    Put,

    /// <summary>The bits that they have are set, all others stay: writes of different units may share a byte.</summary>
    SetBits,

    /// <summary>The bits that they have are cleared, all others stay.</summary>
    ClearBits,
}
