namespace FormatKit.Disks.Drivers;

/// <summary>What a differencing image says of its parent.</summary>
/// <param name="Names">The names it has for the parent, in the order in which they are tried.</param>
public sealed record BackingReference(IReadOnlyList<BackingName> Names)
{
    /// <summary>The format that the parent is opened as: the one that the image says it has. Never told from the
    /// parent's content, which its guest may have written.</summary>
    public required ImageFormat Format { get; init; }

    /// <summary>What the parent's <see cref="OpenedDriver.Identity"/> was when the image was made; null when the image
    /// does not say.</summary>
    public string? Identity { get; init; }

    /// <summary>When the parent's file was last changed before the image was made; null when the image does not
    /// say.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
