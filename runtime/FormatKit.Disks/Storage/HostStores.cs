namespace FormatKit.Disks.Storage;

/// <summary>Stores by path.</summary>
internal static class HostStores
{
    /// <summary>Opens a file or a block device.</summary>
    public static ByteStore Open(string path, FileOpenOptions options) => HostStore.Open(path, options);
}
