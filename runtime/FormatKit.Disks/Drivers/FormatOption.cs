namespace FormatKit.Disks.Drivers;

/// <summary>An option for creating an image.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Description">What it does, which values it takes and which one it has by itself.</param>
public sealed record FormatOption(string Name, string Description);
