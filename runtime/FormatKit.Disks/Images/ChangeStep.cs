namespace FormatKit.Disks.Images;

/// <summary>
/// One step of a change of an image's structures, as its format plans it. All of it is durable before the next one
/// begins; a loss of power in the middle finds any part of it done, and the image must be whole with each.
/// </summary>
/// <param name="What">What it does, as a clause.</param>
/// <param name="Writes">What it writes, found while it is enumerated.</param>
public sealed record ChangeStep(string What, IEnumerable<HostWrite> Writes)
{
    /// <summary>Ranges of the file that become zeros, before anything is written.</summary>
    public IReadOnlyList<HostRange> Zeros { get; init; } = [];

    /// <summary>The length that the file gets when everything is written; null to leave it alone.</summary>
    public long? Length { get; init; }
}
