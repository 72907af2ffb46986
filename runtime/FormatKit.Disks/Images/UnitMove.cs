using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>A unit that shall be in another place.</summary>
/// <param name="Unit">Its number.</param>
/// <param name="From">The bytes that it uses now.</param>
/// <param name="To">Where it shall begin.</param>
internal readonly record struct UnitMove(long Unit, HostRange From, HostOffset To)
{
    /// <summary>The same units into the same places, so that those that follow each other in the file still do. Every
    /// place is before every unit.</summary>
    public static UnitMove[] InFileOrder(IEnumerable<UnitMove> moves, UnitPlace place) =>
    [
        .. moves.GroupBy(move => place.IsAligned(move.To)).SelectMany(alike => alike
            .OrderBy(move => move.From.Start.Value)
            .Zip(alike.Select(move => move.To).OrderBy(to => to.Value), static (move, to) => move with { To = to })),
    ];
}
