using FormatKit.Disks.Images;

namespace FormatKit.Disks.Operations;

/// <summary>How an image is checked.</summary>
public sealed record CheckOptions
{
    /// <summary>Which of the files that the image names may be opened; null to leave its parent alone.</summary>
    public OpenGate? Gate { get; init; } = OpenGate.OwnFolder;

    /// <summary>Whether to read parents even while another process writes to them.</summary>
    public bool ForceShare { get; init; }

    /// <summary>One of the format's profiles; null for none.</summary>
    public string? Profile { get; init; }
}
