namespace FormatKit.Disks.Images;

/// <summary>What a write does to its range.</summary>
public enum WriteKind : byte
{
    /// <summary>Puts bytes there.</summary>
    Data,

    /// <summary>Makes it read as zeros and keeps its storage.</summary>
    Zero,

    /// <summary>Makes it read as zeros and gives its storage back where the format can say so. If there is a parent,
    /// it has nothing but zeros there.</summary>
    Discard,
}
