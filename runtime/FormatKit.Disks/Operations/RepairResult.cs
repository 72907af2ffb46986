namespace FormatKit.Disks.Operations;

/// <summary>What a repair did.</summary>
/// <param name="Before">What was found at first.</param>
/// <param name="Done">What was done, or would be, in order.</param>
/// <param name="Refused">What would mend more, and was not done because it gives up guest data.</param>
/// <param name="After">What is found now, or would be.</param>
public sealed record RepairResult(
    CheckReport Before, IReadOnlyList<RepairResult.Act> Done, IReadOnlyList<RepairResult.Act> Refused, CheckReport After)
{
    /// <summary>One repair.</summary>
    /// <param name="What">What is done, as a sentence.</param>
    /// <param name="Losses">What the guest loses by it, in guest order.</param>
    public sealed record Act(string What, IReadOnlyList<RepairLoss> Losses);
}
