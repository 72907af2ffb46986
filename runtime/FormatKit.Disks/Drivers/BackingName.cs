namespace FormatKit.Disks.Drivers;

/// <summary>A name that an image has for its parent.</summary>
/// <param name="Path">The path, its parts separated by slashes; one that begins with none starts in the image's own
/// folder.</param>
/// <param name="Source">Where the image says so, such as <c>locator 2, W2ru</c>.</param>
public sealed record BackingName(string Path, string Source);
