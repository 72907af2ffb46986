namespace FormatKit.Disks.Storage.Locking;

/// <summary>
/// What a holder of an image does with it, and what it lets others do. The bits are those of qemu's block layer
/// (include/block/block-common.h, BLK_PERM_*), because their positions are part of the lock protocol.
/// </summary>
[Flags]
internal enum LockPermissions
{
    None = 0,
    ConsistentRead = 1,
    Write = 2,
    WriteUnchanged = 4,
    Resize = 8,
}
