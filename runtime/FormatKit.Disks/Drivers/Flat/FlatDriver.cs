using FormatKit.Disks.Images;
using FormatKit.Formats;

namespace FormatKit.Disks.Drivers.Flat;

/// <summary>Guest bytes in guest order from the file's first byte on: raw disks and fixed VHDs.</summary>
/// <param name="guestLength">Guest bytes.</param>
/// <param name="fileBytes">How many bytes the file keeps of them now; the rest reads as zeros until it is
/// written.</param>
internal sealed class FlatDriver(long guestLength, Func<long> fileBytes) : IImageDriver
{
    public long GuestLength => guestLength;

    public int AllocationUnit => 0;

    public HostOffset MaxHostEnd => new(guestLength);

    public bool Map(ITables tables, GuestRange range, ExtentList into)
    {
        var inFile = Math.Clamp(fileBytes() - range.Start.Value, 0, range.Length);
        into.Add(Extent.Data(range.Start, inFile, new HostOffset(range.Start.Value)));
        into.Add(Extent.Zero(range.Start + inFile, range.Length - inFile));
        return true;
    }

    public PlanResult PlanWrite(ITables tables, IHostSpace space, GuestRange range, WriteKind kind, WritePlan plan)
    {
        plan.Place.Add(Extent.Data(range.Start, range.Length, new HostOffset(range.Start.Value)));
        return PlanResult.Ready;
    }

    public IReadOnlyList<HostWrite> PlanGrowth(HostOffset end) => [];

    public IEnumerable<Region> Regions(ITables tables) => [];
}
