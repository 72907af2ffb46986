namespace FormatKit.Disks.Operations;

/// <summary>How two disks are compared.</summary>
public sealed record CompareOptions
{
    /// <summary>How many threads compare; 0 for one a processor.</summary>
    public int Workers { get; init; }

    /// <summary>Whether disks of different lengths differ; otherwise what one has more must be zeros.</summary>
    public bool Strict { get; init; }

    /// <summary>Told how many guest bytes are done, from any thread, at most once a piece.</summary>
    public IProgress<long>? Progress { get; init; }
}
