using FormatKit.Disks.Drivers;

namespace FormatKit.Disks.Operations;

/// <summary>How a child is made.</summary>
public sealed record SnapshotOptions
{
    /// <summary>The child's format; null for its parent's.</summary>
    public ImageFormat? Format { get; init; }

    /// <summary>Guest bytes of the child; null for as many as the parent has. Behind the parent's end are
    /// zeros.</summary>
    public long? Length { get; init; }

    /// <summary>Values for the format's create options.</summary>
    public OptionValues Values { get; init; } = OptionValues.None;

    /// <summary>Whether the child shall survive a loss of power once it is there.</summary>
    public bool Sync { get; init; } = true;
}
