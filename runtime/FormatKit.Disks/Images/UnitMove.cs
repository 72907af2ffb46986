using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A unit that shall be in another place.</summary>
/// <param name="Unit">Its number.</param>
/// <param name="From">The bytes that it uses now.</param>
/// <param name="To">Where it shall begin.</param>
internal readonly record struct UnitMove(long Unit, HostRange From, HostOffset To);
