namespace FormatKit.Formats.Partitions;

/// <summary>What is known of the types of partitions in an MBR.</summary>
public static class MbrPartitionTypes
{
    /// <summary>Whether partitions of the type hold a chain of extended boot records.</summary>
    public static bool IsExtended(this MbrPartitionType type) => type
        is MbrPartitionType.Extended or MbrPartitionType.ExtendedLba or MbrPartitionType.LinuxExtended;

    /// <summary>The name of a type, as util-linux has it; null where it is not known.</summary>
    public static string? NameOf(MbrPartitionType type) => type switch
    {
        MbrPartitionType.Fat12 => "FAT12",
        MbrPartitionType.Fat16Small => "FAT16 <32M",
        MbrPartitionType.Extended => "Extended",
        MbrPartitionType.Fat16 => "FAT16",
        MbrPartitionType.Ntfs => "HPFS/NTFS/exFAT",
        MbrPartitionType.Fat32 => "W95 FAT32",
        MbrPartitionType.Fat32Lba => "W95 FAT32 (LBA)",
        MbrPartitionType.Fat16Lba => "W95 FAT16 (LBA)",
        MbrPartitionType.ExtendedLba => "W95 Ext'd (LBA)",
        MbrPartitionType.HiddenFat12 => "Hidden FAT12",
        MbrPartitionType.Diagnostics => "Compaq diagnostics",
        MbrPartitionType.HiddenFat16Small => "Hidden FAT16 <32M",
        MbrPartitionType.HiddenFat16 => "Hidden FAT16",
        MbrPartitionType.HiddenNtfs => "Hidden HPFS/NTFS",
        MbrPartitionType.HiddenFat32 => "Hidden W95 FAT32",
        MbrPartitionType.HiddenFat32Lba => "Hidden W95 FAT32 (LBA)",
        MbrPartitionType.HiddenFat16Lba => "Hidden W95 FAT16 (LBA)",
        MbrPartitionType.WindowsRecovery => "Hidden NTFS WinRE",
        MbrPartitionType.Plan9 => "Plan 9",
        MbrPartitionType.PowerPcPrep => "PPC PReP Boot",
        MbrPartitionType.Hurd => "GNU HURD or SysV",
        MbrPartitionType.Minix => "Minix / old Linux",
        MbrPartitionType.LinuxSwap => "Linux swap / Solaris",
        MbrPartitionType.Linux => "Linux",
        MbrPartitionType.Hibernation => "OS/2 hidden or Intel hibernation",
        MbrPartitionType.LinuxExtended => "Linux extended",
        MbrPartitionType.NtfsVolumeSet => "NTFS volume set",
        MbrPartitionType.LinuxLvm => "Linux LVM",
        MbrPartitionType.BsdOs => "BSD/OS",
        MbrPartitionType.FreeBsd => "FreeBSD",
        MbrPartitionType.OpenBsd => "OpenBSD",
        MbrPartitionType.DarwinUfs => "Darwin UFS",
        MbrPartitionType.NetBsd => "NetBSD",
        MbrPartitionType.DarwinBoot => "Darwin boot",
        MbrPartitionType.Hfs => "HFS / HFS+",
        MbrPartitionType.SolarisBoot => "Solaris boot",
        MbrPartitionType.Solaris => "Solaris",
        MbrPartitionType.NonFsData => "Non-FS data",
        MbrPartitionType.BeFs => "BeOS fs",
        MbrPartitionType.GptProtective => "GPT",
        MbrPartitionType.EfiSystem => "EFI (FAT-12/16/32)",
        MbrPartitionType.VmwareVmfs => "VMware VMFS",
        MbrPartitionType.VmwareVmkcore => "VMware VMKCORE",
        MbrPartitionType.LinuxRaid => "Linux raid autodetect",
        _ => null,
    };
}
