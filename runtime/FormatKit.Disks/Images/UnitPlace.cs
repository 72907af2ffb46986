using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>What the places of allocation units in a file are like.</summary>
/// <param name="Length">Bytes that a new unit takes.</param>
/// <param name="Alignment">What <paramref name="Lead"/> bytes behind the start of a new one are a multiple of.</param>
/// <param name="Lead">Bytes of a unit before the guest's.</param>
/// <param name="LeastAlignment">What the start of any unit is a multiple of: others may place them so.</param>
public readonly record struct UnitPlace(long Length, int Alignment, int Lead, int LeastAlignment)
{
    /// <summary>Whether a new unit could stand there.</summary>
    public bool IsAligned(HostOffset start) => (start.Value + Lead) % Alignment == 0;

    /// <summary>The first place for a new unit from somewhere on.</summary>
    public HostOffset NextAligned(HostOffset from) =>
        new(((from.Value + Lead + Alignment - 1) / Alignment * Alignment) - Lead);

    /// <summary>The first place from somewhere on where a unit can stand at all.</summary>
    public HostOffset Next(HostOffset from) =>
        new((from.Value + LeastAlignment - 1) / LeastAlignment * LeastAlignment);
}
