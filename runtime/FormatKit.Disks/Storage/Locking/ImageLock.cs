namespace FormatKit.Disks.Storage.Locking;

/// <summary>Which permissions a store uses, and which it denies everyone else.</summary>
/// <remarks>
/// The same choice that qemu makes for image formats (bdrv_default_perms): readers and writers both deny writing, so
/// that they exclude each other, and nobody denies reading. Denying that too would keep out even
/// <c>qemu-img info -U</c>, which means to read whatever happens; it would gain only the refusal of qemu's raw reader,
/// which reads beside qemu's own writers as well.
/// </remarks>
/// <param name="Used">What the store does.</param>
/// <param name="Denied">What nobody else may do meanwhile.</param>
internal readonly record struct ImageLock(LockPermissions Used, LockPermissions Denied)
{
    private const LockPermissions Change = LockPermissions.Write | LockPermissions.Resize;

    internal static ImageLock? For(StoreSharing sharing) => sharing switch
    {
        StoreSharing.Shared => new ImageLock(LockPermissions.ConsistentRead, Change),
        StoreSharing.Exclusive => new ImageLock(LockPermissions.ConsistentRead | Change, Change),
        _ => null,
    };
}
