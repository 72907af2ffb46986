namespace FormatKit.Benchmarks.Writes;

/// <summary>Where small writes go.</summary>
internal enum WritePattern
{
    /// <summary>Each into a grain of 64 KiB of its own, in random order, where nothing is allocated.</summary>
    New,

    /// <summary>Anywhere on a disk that is allocated from end to end.</summary>
    Allocated,

    /// <summary>Into one of two allocated blocks of 2 MiB and the other one in turn.</summary>
    Alternating,
}
