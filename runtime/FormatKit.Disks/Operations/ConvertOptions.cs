namespace FormatKit.Disks.Operations;

/// <summary>How a disk is copied.</summary>
public sealed record ConvertOptions
{
    /// <summary>How many threads copy; 0 for one a processor.</summary>
    public int Workers { get; init; }

    /// <summary>Told how many guest bytes are done, from any thread, at most once a piece.</summary>
    public IProgress<long>? Progress { get; init; }
}
