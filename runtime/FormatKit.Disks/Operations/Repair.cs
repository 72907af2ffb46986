using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>What would mend something that a check found.</summary>
/// <param name="What">What is done, as a sentence.</param>
/// <param name="Steps">How: found while it is enumerated, from the file that was checked and as it was then.</param>
public sealed record Repair(string What, IEnumerable<ChangeStep> Steps)
{
    /// <summary>What the guest loses, in guest order; found while it is enumerated.</summary>
    public IEnumerable<RepairLoss> Losses { get; init; } = [];

    /// <summary>Whether guest data are given up, so that it is done only when that is allowed.</summary>
    public bool LosesData { get; init; }
}
