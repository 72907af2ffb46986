using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>
/// What a format is to the runtime: arithmetic over cached table pages. A driver does no I/O, takes no locks and
/// waits for nothing; when a page is missing it says so and is asked again, so the same driver serves synchronous and
/// asynchronous callers, and a property test can drive it from an array.
/// </summary>
/// <remarks>
/// <see cref="Map"/> may run on any number of threads at once, also beside one <see cref="PlanWrite"/>. Planning is
/// serialised by the runtime, and no two writes of one allocation unit are under way between planning and the moment
/// their edits are visible.
/// </remarks>
public interface IImageDriver
{
    /// <summary>Guest bytes.</summary>
    long GuestLength { get; }

    /// <summary>Guest bytes that are allocated together (a block, say); 0 when nothing is ever allocated.</summary>
    int AllocationUnit { get; }

    /// <summary>The farthest end of the file that the format can address, without what stands behind the last
    /// block.</summary>
    HostOffset MaxHostEnd { get; }

    /// <summary>Says where the bytes of a range are, in guest order and without gaps.</summary>
    /// <returns>False when a table page is missing: mapping goes on behind what was added by then.</returns>
    /// <exception cref="ImageException">A table entry cannot be right.</exception>
    bool Map(ITables tables, GuestRange range, ExtentList into);

    /// <summary>Plans a write that stays inside one allocation unit.</summary>
    PlanResult PlanWrite(ITables tables, IHostSpace space, GuestRange range, WriteKind kind, WritePlan plan);

    /// <summary>
    /// What must be written, durably, before the file may be used up to <paramref name="end"/>; also for making it
    /// shorter. The bytes are behind <paramref name="end"/> or where they were before.
    /// </summary>
    IReadOnlyList<HostWrite> PlanGrowth(HostOffset end);

    /// <summary>All ranges of the file that are in use, each once, in any order. The tables given here are never
    /// missing a page.</summary>
    IEnumerable<Region> Regions(ITables tables);
}
