namespace FormatKit.Disks.Operations;

/// <summary>How a child is merged into its parent.</summary>
public sealed record CommitOptions
{
    /// <summary>How many threads copy; 0 for one a processor.</summary>
    public int Workers { get; init; }

    /// <summary>Told, from any thread, up to which guest byte pieces are done, at most once a piece and not in
    /// order.</summary>
    public IProgress<long>? Progress { get; init; }
}
