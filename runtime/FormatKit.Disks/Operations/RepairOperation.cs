using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Operations;

/// <summary>
/// Mends what a check finds, as far as its format knows how. One repair at a time, and a new check behind each: what was
/// hidden by the first damage comes to light, and no repair goes by what another one has changed.
/// </summary>
public static class RepairOperation
{
    /// <summary>More repairs than one image needs.</summary>
    private const int MaxRepairs = 32;

    /// <summary>Repairs an image. When there is nothing to repair nothing is written; a loss of power leaves what can be
    /// repaired again.</summary>
    /// <param name="store">The file of the image, which nobody else has open; not written to in a dry run.</param>
    /// <param name="format">Its format, which can be checked.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ImageException">The file is not an image of the format at all.</exception>
    /// <exception cref="IOException">The host failed. What is in the file is what a loss of power may
    /// leave.</exception>
    public static RepairResult Run(ByteStore store, ImageFormat format, RepairOptions options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(options);
        using var overlay = options.DryRun ? new OverlayStore(store, leaveOpen: true) : null;
        var target = overlay ?? store;
        var before = CheckOperation.Run(target, format, options.Check);
        var (after, done, tried) = (before, new List<RepairResult.Act>(), new HashSet<string>());
        while (done.Count < MaxRepairs && Next(after, options, tried) is { } repair)
        {
            var act = ActOf(repair);
            ImageChange.Run(target, repair.Steps);
            done.Add(act);
            after = CheckOperation.Run(target, format, options.Check);
        }

        var refused = after.Repairs.Where(repair => repair.LosesData && !options.AllowDataLoss).Select(ActOf);
        return new RepairResult(before, done, [.. refused], after);
    }

    /// <summary>The first repair that was not done yet: one that is wanted again has not helped.</summary>
    private static Repair? Next(CheckReport report, RepairOptions options, HashSet<string> tried) =>
        report.Repairs.FirstOrDefault(repair =>
            (options.AllowDataLoss || !repair.LosesData) && tried.Add(repair.What));

    private static RepairResult.Act ActOf(Repair repair) => new(repair.What, [.. repair.Losses]);
}
