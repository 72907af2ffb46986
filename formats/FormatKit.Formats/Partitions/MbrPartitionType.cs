namespace FormatKit.Formats.Partitions;

/// <summary>What a partition in an MBR is for. Nobody assigns the numbers; these are those in use.</summary>
/// <remarks>UEFI Specification 2.10, 5.2.2 OS Types, for 0xEE and 0xEF; the names of the others are util-linux's.
/// </remarks>
public enum MbrPartitionType : byte
{
    /// <summary>No partition.</summary>
    Empty = 0x00,

    /// <summary>FAT12.</summary>
    Fat12 = 0x01,

    /// <summary>FAT16 &lt;32M.</summary>
    Fat16Small = 0x04,

    /// <summary>Logical partitions, in a chain of extended boot records.</summary>
    Extended = 0x05,

    /// <summary>FAT16.</summary>
    Fat16 = 0x06,

    /// <summary>HPFS/NTFS/exFAT.</summary>
    Ntfs = 0x07,

    /// <summary>W95 FAT32.</summary>
    Fat32 = 0x0B,

    /// <summary>W95 FAT32 (LBA).</summary>
    Fat32Lba = 0x0C,

    /// <summary>W95 FAT16 (LBA).</summary>
    Fat16Lba = 0x0E,

    /// <summary>The same, for disks of more than 8 GiB.</summary>
    ExtendedLba = 0x0F,

    /// <summary>Hidden FAT12.</summary>
    HiddenFat12 = 0x11,

    /// <summary>Compaq diagnostics.</summary>
    Diagnostics = 0x12,

    /// <summary>Hidden FAT16 &lt;32M.</summary>
    HiddenFat16Small = 0x14,

    /// <summary>Hidden FAT16.</summary>
    HiddenFat16 = 0x16,

    /// <summary>Hidden HPFS/NTFS.</summary>
    HiddenNtfs = 0x17,

    /// <summary>Hidden W95 FAT32.</summary>
    HiddenFat32 = 0x1B,

    /// <summary>Hidden W95 FAT32 (LBA).</summary>
    HiddenFat32Lba = 0x1C,

    /// <summary>Hidden W95 FAT16 (LBA).</summary>
    HiddenFat16Lba = 0x1E,

    /// <summary>Hidden NTFS WinRE.</summary>
    WindowsRecovery = 0x27,

    /// <summary>Plan 9.</summary>
    Plan9 = 0x39,

    /// <summary>PPC PReP Boot.</summary>
    PowerPcPrep = 0x41,

    /// <summary>GNU HURD or SysV.</summary>
    Hurd = 0x63,

    /// <summary>Minix / old Linux.</summary>
    Minix = 0x81,

    /// <summary>Linux swap / Solaris.</summary>
    LinuxSwap = 0x82,

    /// <summary>Linux.</summary>
    Linux = 0x83,

    /// <summary>OS/2 hidden or Intel hibernation.</summary>
    Hibernation = 0x84,

    /// <summary>The same, hidden from DOS.</summary>
    LinuxExtended = 0x85,

    /// <summary>NTFS volume set.</summary>
    NtfsVolumeSet = 0x86,

    /// <summary>Linux LVM.</summary>
    LinuxLvm = 0x8E,

    /// <summary>BSD/OS.</summary>
    BsdOs = 0x9F,

    /// <summary>FreeBSD.</summary>
    FreeBsd = 0xA5,

    /// <summary>OpenBSD.</summary>
    OpenBsd = 0xA6,

    /// <summary>Darwin UFS.</summary>
    DarwinUfs = 0xA8,

    /// <summary>NetBSD.</summary>
    NetBsd = 0xA9,

    /// <summary>Darwin boot.</summary>
    DarwinBoot = 0xAB,

    /// <summary>HFS / HFS+.</summary>
    Hfs = 0xAF,

    /// <summary>Solaris boot.</summary>
    SolarisBoot = 0xBE,

    /// <summary>Solaris.</summary>
    Solaris = 0xBF,

    /// <summary>Non-FS data.</summary>
    NonFsData = 0xDA,

    /// <summary>BeOS fs.</summary>
    BeFs = 0xEB,

    /// <summary>The whole disk is a GPT's, and nothing for those who do not know it.</summary>
    GptProtective = 0xEE,

    /// <summary>EFI (FAT-12/16/32).</summary>
    EfiSystem = 0xEF,

    /// <summary>VMware VMFS.</summary>
    VmwareVmfs = 0xFB,

    /// <summary>VMware VMKCORE.</summary>
    VmwareVmkcore = 0xFC,

    /// <summary>Linux raid autodetect.</summary>
    LinuxRaid = 0xFD,
}
