using FormatKit.Disks.Images;

namespace FormatKit.Disks.Drivers;

/// <summary>An opened image, before the runtime has put caches and locks round it.</summary>
/// <param name="Driver">The driver.</param>
/// <param name="Details">What the format says of the image.</param>
/// <param name="Warnings">Where the image departs from its specification without harm to its content.</param>
public sealed record OpenedDriver(
    IImageDriver Driver, IReadOnlyList<ImageDetail> Details, IReadOnlyList<string> Warnings);
