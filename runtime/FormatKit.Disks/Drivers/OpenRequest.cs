namespace FormatKit.Disks.Drivers;

/// <summary>How an image is to be opened.</summary>
/// <param name="Writable">Whether it will be written to.</param>
/// <param name="Options">Values for the format's open options.</param>
public sealed record OpenRequest(bool Writable, OptionValues Options);
