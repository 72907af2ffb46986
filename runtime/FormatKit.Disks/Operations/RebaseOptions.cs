namespace FormatKit.Disks.Operations;

/// <summary>How an image gets another parent.</summary>
public sealed record RebaseOptions
{
    /// <summary>Whether only the reference changes: what the guest sees is then the user's business.</summary>
    public bool Unsafe { get; init; }

    /// <summary>How many threads compare and copy; 0 for one a processor.</summary>
    public int Workers { get; init; }

    /// <summary>Told how many guest bytes are done.</summary>
    public IProgress<long>? Progress { get; init; }
}
