namespace FormatKit.Disks.Operations;

/// <summary>How an image is repaired.</summary>
public sealed record RepairOptions
{
    /// <summary>Whether to change a copy in memory only, to see what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether to do also what gives up guest data.</summary>
    public bool AllowDataLoss { get; init; }

    /// <summary>How the image is checked, before and after.</summary>
    public CheckOptions Check { get; init; } = new();
}
