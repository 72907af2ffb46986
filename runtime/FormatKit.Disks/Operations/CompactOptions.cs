namespace FormatKit.Disks.Operations;

/// <summary>How an image is made smaller.</summary>
public sealed record CompactOptions
{
    /// <summary>Whether to say only what would be done. The image may then be open for reading.</summary>
    public bool DryRun { get; init; }

    /// <summary>Bytes that are moved between two flushes: so much room the host must have besides the image. At least
    /// one unit is moved at once.</summary>
    public long BatchBytes { get; init; } = 64 << 20;

    /// <summary>How many threads look for zeros and copy; 0 for one a processor.</summary>
    public int Workers { get; init; }

    /// <summary>Told, from any thread and not in order, up to which guest byte zeros were looked for; nothing more
    /// while units are moved.</summary>
    public IProgress<long>? Progress { get; init; }
}
