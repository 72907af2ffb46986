namespace FormatKit.Disks.Images;

/// <summary>
/// A driver whose allocation units all take the same space of the file, each where an entry of a table says: millions of
/// them are looked over by their entries instead of as regions one by one.
/// </summary>
internal interface IUnitPlaces
{
    /// <summary>The entry of a unit that is not in the file.</summary>
    const uint Nowhere = uint.MaxValue;

    /// <summary>Bytes of a sector, in which entries count.</summary>
    int SectorSize { get; }

    /// <summary>Sectors that a unit takes, the last one of a disk too.</summary>
    uint UnitSectors { get; }

    /// <summary>Units of the disk.</summary>
    long Units { get; }

    /// <summary>The other regions of the file: with the units, all that <see cref="IImageDriver.Regions"/> has.</summary>
    IReadOnlyList<Region> OtherRegions { get; }

    /// <summary>Reads entries.</summary>
    /// <param name="tables">The tables, which are never missing a page.</param>
    /// <param name="first">The first unit: 0, or behind the last one of the call before.</param>
    /// <param name="into">Room for the entries of a page.</param>
    /// <returns>How many were read.</returns>
    int ReadPlaces(ITables tables, long first, Span<uint> into);
}
