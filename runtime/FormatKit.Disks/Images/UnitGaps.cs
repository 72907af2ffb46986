using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>Gaps of a file that are filled with units from the first on. A gap that has no room for another unit is
/// never looked at again, so filling them all takes one pass.</summary>
/// <param name="gaps">The gaps, in file order.</param>
/// <param name="place">What places for units are like.</param>
internal sealed class UnitGaps(IEnumerable<HostRange> gaps, UnitPlace place)
{
    private readonly HostRange[] _gaps = [.. gaps.Where(gap => gap.Length >= place.Length)];
    private int _firstAligned;
    private int _first;

    /// <summary>Takes the first place for a unit: where a new one could stand, or, when there is none and it does not
    /// stand so now, where any can.</summary>
    /// <param name="from">Where the unit is; it moves to the front only.</param>
    /// <returns>The place; null when there is none.</returns>
    public HostOffset? Take(HostOffset from) =>
        Take(from, ref _firstAligned, place.NextAligned)
        ?? (place.IsAligned(from) ? null : Take(from, ref _first, place.Next));

    private HostOffset? Take(HostOffset from, ref int index, Func<HostOffset, HostOffset> next)
    {
        for (; index < _gaps.Length && _gaps[index].Start < from; index++)
        {
            var to = next(_gaps[index].Start);
            if (to + place.Length <= _gaps[index].End)
            {
                if (to + place.Length > from)
                {
                    return null;
                }

                _gaps[index] = new HostRange(to + place.Length, _gaps[index].End - (to + place.Length));
                return to;
            }
        }

        return null;
    }
}
