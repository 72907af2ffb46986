using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>What a format can do about regions of a file that are not as they should be.</summary>
internal sealed record RegionRepairs
{
    /// <summary>Makes nothing point at units any more, which have these numbers in order; null when the format has no
    /// way to say so.</summary>
    public Func<IReadOnlyList<long>, IEnumerable<HostWrite>>? GiveUp { get; init; }

    /// <summary>What the guest reads where a unit was given up, as a clause.</summary>
    public string ReadsAs { get; init; } = "zeros";

    /// <summary>The bytes at the start of a unit without which the rest says nothing; with them a unit that the end of
    /// the file cuts is kept. Null when also such a unit is given up.</summary>
    public long? Lead { get; init; }

    /// <summary>What gives such a unit its end.</summary>
    public Func<Region, Repair>? Extend { get; init; }

    /// <summary>Whether what belongs to nothing at the end of the file may be cut off.</summary>
    public bool CutsEnd { get; init; }

    /// <summary>What else is used of the file, without being a region of the disk.</summary>
    public IReadOnlyList<HostRange> AlsoUsed { get; init; } = [];
}
