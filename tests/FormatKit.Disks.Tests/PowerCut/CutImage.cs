namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>An image and what its guest sees.</summary>
internal sealed record CutImage(byte[] File, byte[] Content);
