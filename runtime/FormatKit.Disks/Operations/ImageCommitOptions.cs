using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>What is to be merged, and what with its relatives.</summary>
public sealed record ImageCommitOptions
{
    /// <summary>The format of the image; null to probe.</summary>
    public ImageFormat? Format { get; init; }

    /// <summary>Which files may be opened as parents.</summary>
    public OpenGate Gate { get; init; } = OpenGate.OwnFolder;

    /// <summary>Children of the image, which get its parent as their own in the end.</summary>
    public IReadOnlyList<string> Children { get; init; } = [];

    /// <summary>Whether the image is deleted when nothing needs it any more.</summary>
    public bool Delete { get; init; }

    /// <summary>Whether to go on although other children of the parent will be ruined.</summary>
    public bool Force { get; init; }
}
