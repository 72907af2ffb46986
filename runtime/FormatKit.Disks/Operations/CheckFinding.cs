namespace FormatKit.Disks.Operations;

/// <summary>Something that a check found.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What it is, as a sentence.</param>
/// <param name="Offset">Where in the file, in bytes, if it is in one place.</param>
public sealed record CheckFinding(CheckSeverity Severity, string Message, long? Offset)
{
    /// <summary>What would mend it, maybe together with others; null when nothing can.</summary>
    public Repair? Repair { get; init; }
}
