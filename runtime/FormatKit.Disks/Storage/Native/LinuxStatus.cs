using System.Runtime.InteropServices;

namespace FormatKit.Disks.Storage.Native;

/// <summary>The parts of <c>struct statx</c> that are used; include/uapi/linux/stat.h.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct LinuxStatus
{
    private const int BlockSize = 512; // the unit of stx_blocks, whatever the file system's own is

    [FieldOffset(20)] internal uint User;
    [FieldOffset(24)] internal uint Group;
    [FieldOffset(28)] internal ushort Mode;
    [FieldOffset(32)] internal ulong Inode;
    [FieldOffset(48)] internal ulong Blocks;
    [FieldOffset(128)] internal ulong DeviceItself; // major and minor number of a device's node
    [FieldOffset(136)] internal ulong DeviceHolding; // and of the file system that holds the name

    internal readonly long AllocatedBytes => (long)Blocks * BlockSize;

    internal readonly HostFileKind Kind => (Mode & 0xf000) switch
    {
        0 => HostFileKind.Missing,
        0x1000 => HostFileKind.Fifo,
        0x2000 => HostFileKind.CharacterDevice,
        0x4000 => HostFileKind.Folder,
        0x6000 => HostFileKind.BlockDevice,
        0x8000 => HostFileKind.Regular,
        0xc000 => HostFileKind.Socket,
        _ => HostFileKind.Unknown,
    };
}
