using FormatKit.Formats.Partitions;

namespace FormatKit.Formats.Tests.Partitions;

/// <summary>A disk of 128 sectors with a GPT of two partitions in eight entries, and its backup.</summary>
internal static class GptPicture
{
    public const int Sectors = 128;
    public const int EntryCount = 8;

    private const int EntriesSectors = 2;

    public static byte[] Bytes(int sectorSize = 512)
    {
        var disk = new byte[Sectors * sectorSize];
        ref var mbr = ref MbrSector.Edit(disk);
        ref var protective = ref mbr.EditEntries()[0];
        (protective.Type, protective.StartLba, protective.SectorCount) =
            (MbrPartitionType.GptProtective, 1, Sectors - 1);
        mbr.Seal();

        ref var efi = ref GptEntry.Edit(disk.AsSpan(2 * sectorSize));
        efi.Type = new Guid("c12a7328-f81f-11d2-ba4b-00a0c93ec93b");
        efi.UniqueId = new Guid("01020304-0506-0708-090a-0b0c0d0e0f10");
        (efi.FirstLba, efi.LastLba, efi.Name) = (8, 15, "EFI ä");
        ref var data = ref GptEntry.Edit(disk.AsSpan((2 * sectorSize) + 256));
        data.Type = new Guid("0fc63daf-8483-4772-8e79-3d69d8477de4");
        data.UniqueId = new Guid("11020304-0506-0708-090a-0b0c0d0e0f10");
        (data.FirstLba, data.LastLba, data.Attributes) = (16, 63, (GptAttributes)(1UL << 60 | 4));
        disk.AsSpan(2 * sectorSize, EntryCount * 128).CopyTo(disk.AsSpan(BackupEntries(sectorSize)));

        ref var header = ref GptHeader.Edit(disk.AsSpan(sectorSize));
        (header.HeaderSize, header.MyLba, header.AlternateLba) = (92, 1, Sectors - 1);
        (header.FirstUsableLba, header.LastUsableLba) = (4, Sectors - 1 - EntriesSectors - 1);
        (header.EntriesLba, header.EntryCount, header.EntrySize) = (2, EntryCount, 128);
        header.DiskId = new Guid("a1020304-0506-0708-090a-0b0c0d0e0f10");
        ref var backup = ref GptHeader.Edit(disk.AsSpan(Backup(sectorSize)));
        backup = header;
        (backup.MyLba, backup.AlternateLba, backup.EntriesLba) = (Sectors - 1, 1, Sectors - 1 - EntriesSectors);
        Seal(disk, sectorSize);
        return disk;
    }

    /// <summary>Where the header of the backup is.</summary>
    public static int Backup(int sectorSize = 512) => (Sectors - 1) * sectorSize;

    /// <summary>Where the entries of the backup are.</summary>
    public static int BackupEntries(int sectorSize = 512) => (Sectors - 1 - EntriesSectors) * sectorSize;

    /// <summary>Makes the checksums of both copies right.</summary>
    public static void Seal(byte[] disk, int sectorSize = 512)
    {
        GptHeader.Edit(disk.AsSpan(sectorSize)).Seal(disk.AsSpan(2 * sectorSize, EntryCount * 128));
        GptHeader.Edit(disk.AsSpan(Backup(sectorSize)))
            .Seal(disk.AsSpan(BackupEntries(sectorSize), EntryCount * 128));
    }
}
