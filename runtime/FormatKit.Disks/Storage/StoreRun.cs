namespace FormatKit.Disks.Storage;

/// <summary>A run of bytes in a store that are alike.</summary>
/// <param name="Length">Bytes in the run; 0 only at the end of the store.</param>
/// <param name="IsHole">Whether nothing was ever written there, as far as the host knows: the run reads as zeros and,
/// unless its storage was reserved, occupies none.</param>
public readonly record struct StoreRun(long Length, bool IsHole);
