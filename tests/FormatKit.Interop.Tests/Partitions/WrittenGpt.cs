using FormatKit.Formats.Partitions;

namespace FormatKit.Interop.Tests.Partitions;

/// <summary>A GPT of ours: everything through the declarations.</summary>
internal static class WrittenGpt
{
    private const int Sector = 512;
    private const int EntryCount = 128;
    private const int EntriesSectors = EntryCount * 128 / Sector;

    /// <summary>Writes a protective MBR, and a table of two partitions at both ends of a disk.</summary>
    public static void Write(byte[] disk)
    {
        var last = (disk.Length / Sector) - 1;
        ref var mbr = ref MbrSector.Edit(disk);
        ref var protective = ref mbr.EditEntries()[0];
        (protective.Type, protective.StartLba, protective.SectorCount) =
            (MbrPartitionType.GptProtective, 1, (uint)last);
        mbr.Seal();

        var entries = new byte[EntryCount * 128];
        Set(ref GptEntry.Edit(entries), "c12a7328-f81f-11d2-ba4b-00a0c93ec93b", 2048, 4095, "EFI system ä");
        Set(ref GptEntry.Edit(entries.AsSpan(128)), "0fc63daf-8483-4772-8e79-3d69d8477de4", 4096, 8191, "root");
        entries.CopyTo(disk, 2 * Sector);
        entries.CopyTo(disk, (last - EntriesSectors) * Sector);

        var header = new GptHeader
        {
            HeaderSize = 92,
            MyLba = 1,
            AlternateLba = (ulong)last,
            FirstUsableLba = 2 + EntriesSectors,
            LastUsableLba = (ulong)(last - EntriesSectors - 1),
            DiskId = new Guid("12345678-9abc-def0-1234-56789abcdef0"),
            EntriesLba = 2,
            EntryCount = EntryCount,
            EntrySize = 128,
        };
        header.Seal(entries);
        Layout.Write(in header, disk.AsSpan(Sector));

        (header.MyLba, header.AlternateLba) = (header.AlternateLba, header.MyLba);
        header.EntriesLba = (ulong)(last - EntriesSectors);
        header.Seal(entries);
        Layout.Write(in header, disk.AsSpan(last * Sector));
    }

    private static void Set(ref GptEntry entry, string type, ulong first, ulong last, string name)
    {
        (entry.Type, entry.UniqueId) = (new Guid(type), Guid.NewGuid());
        (entry.FirstLba, entry.LastLba, entry.Name) = (first, last, name);
    }
}
