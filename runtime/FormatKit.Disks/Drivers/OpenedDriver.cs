using FormatKit.Disks.Images;

namespace FormatKit.Disks.Drivers;

/// <summary>An opened image, before the runtime has put caches and locks round it.</summary>
/// <param name="Driver">The driver.</param>
/// <param name="Details">What the format says of the image.</param>
/// <param name="Warnings">Where the image departs from its specification without harm to its content.</param>
public sealed record OpenedDriver(
    IImageDriver Driver, IReadOnlyList<ImageDetail> Details, IReadOnlyList<string> Warnings)
{
    /// <summary>Copies of structures that are not what those that count are: warnings of their own class in a
    /// check.</summary>
    public IReadOnlyList<string> StaleCopies { get; init; } = [];

    /// <summary>
    /// Corrections of damage that another copy tells how to mend. Tables are read as if these were written; the runtime
    /// writes them, durably, before the first change: from then on a write may put the copy that counts at risk.
    /// </summary>
    public IReadOnlyList<HostWrite> Mends { get; init; } = [];

    /// <summary>What makes the other copies equal to those that count; found while it is enumerated, behind
    /// <see cref="Mends"/> being durable and before the first change.</summary>
    public IEnumerable<HostWrite> Copies { get; init; } = [];

    /// <summary>What says that the image is being changed, written with the <see cref="Copies"/>, and like them found
    /// while it is enumerated; what is asked for behind the last one is asked when all are written.</summary>
    public IEnumerable<HostWrite> FirstChange { get; init; } = [];

    /// <summary>What says that nobody changes the image any more: the last thing that closing writes, found while it is
    /// enumerated, when everything else is durable, also edits of the rank <see cref="TableEdit.AtClose"/>.</summary>
    public IEnumerable<HostWrite> CleanClose { get; init; } = [];

    /// <summary>What the image says of its parent; null when it has none.</summary>
    public BackingReference? Backing { get; init; }

    /// <summary>What tells the disk from every other, in words; null when the format has nothing of the kind.</summary>
    public string? Identity { get; init; }

    /// <summary>How else the file can be understood, should structures of this one turn out to share bytes or to be
    /// outside the file: by its redundant copy alone, say.</summary>
    public Func<OpenedDriver>? Otherwise { get; init; }
}
