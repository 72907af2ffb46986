namespace FormatKit.Disks.Drivers;

/// <summary>Something that a format says of an image.</summary>
/// <param name="Name">What it is, in lower case with hyphens, as JSON has it.</param>
/// <param name="Value">Its value in words.</param>
public readonly record struct ImageDetail(string Name, string Value);
