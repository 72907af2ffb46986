using System.Buffers.Binary;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>The tables, found from the header as it stands, so that they are found in any sparse image.</summary>
internal static partial class VmdkBytes
{
    /// <summary>Where a directory is, in bytes.</summary>
    internal static int DirectoryAt(this byte[] file, VmdkCopy copy)
    {
        ref readonly var header = ref Vmdk4Header.View(file.AsSpan(0, SectorSize));
        var sector = copy == VmdkCopy.Primary ? header.DirectoryOffset : header.RedundantDirectoryOffset;
        return checked((int)sector * SectorSize);
    }

    /// <summary>The sector of a table; 0 when it is not there.</summary>
    internal static uint TableSector(this byte[] file, VmdkCopy copy, int table) =>
        Word(file, file.DirectoryAt(copy) + (table * sizeof(uint)));

    /// <summary>Changes an entry of one directory.</summary>
    internal static byte[] WithTable(this byte[] file, VmdkCopy copy, int table, uint sector) =>
        WithWord(file, file.DirectoryAt(copy) + (table * sizeof(uint)), sector);

    /// <summary>Changes an entry of both directories.</summary>
    internal static byte[] WithTable(this byte[] file, int table, uint sector) =>
        file.WithTable(VmdkCopy.Primary, table, sector).WithTable(VmdkCopy.Redundant, table, sector);

    /// <summary>Where the entry of a grain is, in bytes; its table must be there.</summary>
    internal static int GrainEntryAt(this byte[] file, VmdkCopy copy, int grain)
    {
        var perTable = (int)Vmdk4Header.View(file.AsSpan(0, SectorSize)).EntriesPerTable;
        var table = file.TableSector(copy, grain / perTable);
        Assert.NotEqual(0u, table);
        return checked((int)table * SectorSize) + (grain % perTable * sizeof(uint));
    }

    /// <summary>The sector of a grain; 0 when the grain or its table is not there, 1 when it is zeroed.</summary>
    internal static uint GrainSector(this byte[] file, VmdkCopy copy, int grain)
    {
        var perTable = (int)Vmdk4Header.View(file.AsSpan(0, SectorSize)).EntriesPerTable;
        return file.TableSector(copy, grain / perTable) == 0 ? 0 : Word(file, file.GrainEntryAt(copy, grain));
    }

    /// <summary>Changes a grain's entry in one table.</summary>
    internal static byte[] WithGrain(this byte[] file, VmdkCopy copy, int grain, uint sector) =>
        WithWord(file, file.GrainEntryAt(copy, grain), sector);

    /// <summary>Changes a grain's entry in both tables.</summary>
    internal static byte[] WithGrain(this byte[] file, int grain, uint sector) =>
        file.WithGrain(VmdkCopy.Primary, grain, sector).WithGrain(VmdkCopy.Redundant, grain, sector);

    /// <summary>Says in both tables that a grain is zeros, and in the header that this can be said.</summary>
    internal static byte[] WithZeroedGrain(this byte[] file, int grain) =>
        file.WithGrain(grain, 1).WithExtentHeader((ref header) =>
        {
            header.Version = 2;
            header.Flags |= Vmdk4Flags.ZeroedGrains;
        });

    /// <summary>What the guest sees, a grain at a time by the tables of one copy: the plain twin of the
    /// driver.</summary>
    internal static byte[] GuestContent(this byte[] file, VmdkCopy copy = VmdkCopy.Primary)
    {
        ref readonly var header = ref Vmdk4Header.View(file.AsSpan(0, SectorSize));
        var content = new byte[checked((int)header.Capacity * SectorSize)];
        var grainSize = checked((int)header.GrainSize * SectorSize);
        for (var (grain, at) = (0, 0); at < content.Length; grain++, at += grainSize)
        {
            if (file.GrainSector(copy, grain) is var sector and > 1)
            {
                var length = Math.Min(grainSize, content.Length - at);
                file.AsSpan(checked((int)sector * SectorSize), length).CopyTo(content.AsSpan(at));
            }
        }

        return content;
    }

    private static uint Word(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private static byte[] WithWord(byte[] file, int at, uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        return file;
    }
}
