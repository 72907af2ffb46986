using FormatKit.Disks.Images;

namespace FormatKit.Disks.Drivers;

/// <summary>An opened image, before the runtime has put caches and locks round it.</summary>
/// <param name="Driver">The driver.</param>
/// <param name="Details">What the format says of the image.</param>
/// <param name="Warnings">Where the image departs from its specification without harm to its content.</param>
public sealed record OpenedDriver(
    IImageDriver Driver, IReadOnlyList<ImageDetail> Details, IReadOnlyList<string> Warnings)
{
    /// <summary>What makes redundant copies of structures whole and equal again. The runtime writes it, durably,
    /// before the first change: from then on a write may put the copy that counts at risk.</summary>
    public IReadOnlyList<HostWrite> Mends { get; init; } = [];
}
