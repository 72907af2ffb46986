namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Seeded work on a disk, most of it one operation.</summary>
/// <param name="Name">The operation, as the table names it.</param>
/// <param name="Write">How often data are written, against the other numbers.</param>
/// <param name="Zero">How often zeros are.</param>
/// <param name="Discard">How often ranges are discarded.</param>
/// <param name="Flush">How often the disk is flushed.</param>
/// <param name="Reopen">How often it is closed, and opened again by the next step.</param>
internal sealed record CutWorkload(string Name, int Write, int Zero, int Discard, int Flush, int Reopen)
{
    public static IReadOnlyList<CutWorkload> All { get; } =
    [
        new("write", 12, 0, 0, 4, 0) { FromEmpty = true },
        new("overwrite", 12, 0, 0, 4, 0) { OnlyAllocated = true },
        new("zero", 4, 10, 0, 4, 0),
        new("discard", 6, 0, 10, 4, 0),
        new("flush", 9, 1, 1, 10, 0),
        new("close, reopen", 8, 1, 3, 2, 6),
        new("reuse of space", 8, 0, 8, 8, 0) { OnlyUnits = true },
        new("growth of tables", 12, 0, 1, 3, 1) { FromEmpty = true, IsWide = true, Seeds = 1, Steps = 20 },
        Mixed,
    ];

    public static CutWorkload Mixed => new("all of it", 10, 2, 4, 3, 1) { Seeds = 3, Steps = 50 };

    /// <summary>Whether nothing is allocated in the beginning.</summary>
    public bool FromEmpty { get; init; }

    /// <summary>Whether only those ranges are used that are allocated in the beginning.</summary>
    public bool OnlyAllocated { get; init; }

    /// <summary>Whether only whole units are used, so that a discard frees them.</summary>
    public bool OnlyUnits { get; init; }

    /// <summary>Whether the disk is so large that its tables have several pages.</summary>
    public bool IsWide { get; init; }

    /// <summary>Operations on a disk.</summary>
    public int Steps { get; init; } = 30;

    /// <summary>How many times the work is done, with other dice.</summary>
    public int Seeds { get; init; } = 2;

    public static CutWorkload Find(string name) => All.Single(workload => workload.Name == name);

    public CutImage Begin(CutDriver driver) =>
        FromEmpty ? driver.Empty(IsWide ? driver.WideLength : driver.Length) : driver.Initial();
}
