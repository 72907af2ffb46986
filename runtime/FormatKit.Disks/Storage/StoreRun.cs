namespace FormatKit.Disks.Storage;

/// <summary>A run of bytes in a store that are alike.</summary>
/// <param name="Length">Bytes in the run; 0 only at the end of the store.</param>
/// <param name="IsHole">Whether the run occupies no storage and reads as zeros.</param>
public readonly record struct StoreRun(long Length, bool IsHole);
