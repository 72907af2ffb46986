namespace FormatKit.Disks.Drivers;

/// <summary>The parent that a new differencing image shall have, or an old one from now on.</summary>
/// <param name="Format">The parent's format.</param>
/// <param name="RelativePath">The parent as seen from the folder of the child, its parts separated by slashes; null
/// where there is no such way, as between two drives.</param>
/// <param name="AbsolutePath">The parent as seen from anywhere on this machine.</param>
public sealed record NewBacking(ImageFormat Format, string? RelativePath, string AbsolutePath)
{
    /// <summary>The parent's <see cref="OpenedDriver.Identity"/>.</summary>
    public string? Identity { get; init; }

    /// <summary>When the parent's file was last changed; null when that is not known.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
