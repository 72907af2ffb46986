using FormatKit.Disks.Images;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>The grain directories of an extent.</summary>
/// <param name="Leading">The one that reading goes by.</param>
/// <param name="Other">The one that is kept equal; null when there is none.</param>
/// <param name="OtherHasTables">Whether the other one's tables are its own. If not, its entries are damaged, and come
/// to name the tables of the leading one before the first change.</param>
internal sealed record VmdkDirectories(HostRange Leading, HostRange? Other, bool OtherHasTables);
