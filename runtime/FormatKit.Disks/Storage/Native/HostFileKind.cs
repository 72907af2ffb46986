namespace FormatKit.Disks.Storage.Native;

/// <summary>What stands under a path.</summary>
internal enum HostFileKind
{
    Missing,
    Regular,
    BlockDevice,
    CharacterDevice,
    Folder,
    Fifo,
    Socket,
    Unknown,
}
