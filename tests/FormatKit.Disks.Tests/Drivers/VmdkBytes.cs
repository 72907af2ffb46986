using System.Text;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Sparse VMDK files as bytes, made by hand: header, descriptor with slack, both directories,
/// grains.</summary>
internal static partial class VmdkBytes
{
    internal const int SectorSize = 512;
    internal const int GrainSectors = 16;
    internal const int GrainSize = GrainSectors * SectorSize;
    internal const int EntriesPerTable = 512;

    /// <summary>Guest bytes that one table covers: 4 MiB.</summary>
    internal const int TableSpan = EntriesPerTable * GrainSize;

    /// <summary>Two tables, four grains, and a grain of three sectors.</summary>
    internal const int GuestSectors = (2 * EntriesPerTable * GrainSectors) + (4 * GrainSectors) + 3;
    internal const int GuestLength = GuestSectors * SectorSize;
    internal const int Grains = (2 * EntriesPerTable) + 5;
    internal const int LastGrain = Grains - 1;
    internal const int Tables = 3;

    internal const int DescriptorAt = SectorSize;
    internal const int DescriptorSectors = 20;

    private const int TableSectors = EntriesPerTable * sizeof(uint) / SectorSize;

    /// <summary>The grains of <see cref="Sparse"/> in the order of the file: some of each table, not
    /// sorted.</summary>
    internal static ReadOnlySpan<int> UsualGrains => [1, 0, 3, 514, 1024, LastGrain];

    /// <summary>An image in which every table is there.</summary>
    /// <param name="grains">The grains that are allocated, in the order of the file; none for
    /// <see cref="UsualGrains"/>.</param>
    internal static byte[] Sparse(params ReadOnlySpan<int> grains) => Make(grains, allTables: true);

    /// <summary>An image in which only those tables are there that have a grain; the others' entry is 0.</summary>
    /// <param name="grains">As for <see cref="Sparse"/>.</param>
    internal static byte[] SparseWithLazyTables(params ReadOnlySpan<int> grains) => Make(grains, allTables: false);

    /// <summary>What a grain of these images holds, also behind the end of the disk.</summary>
    internal static byte[] GrainNoise(int grain) => Bytes.Noise(GrainSize, grain + 1);

    private static byte[] Make(ReadOnlySpan<int> grains, bool allTables)
    {
        grains = grains.IsEmpty ? UsualGrains : grains;
        int[] tables = [.. Enumerable.Range(0, Tables).Except(allTables ? [] : Unused(grains))];
        const int RedundantAt = 1 + DescriptorSectors;
        var primaryAt = RedundantAt + 1 + (tables.Length * TableSectors);
        var overhead = primaryAt + 1 + (tables.Length * TableSectors);
        overhead += (GrainSectors - (overhead % GrainSectors)) % GrainSectors;
        var file = new byte[(overhead + (grains.Length * GrainSectors)) * SectorSize]
            .WithExtentHeader((ref header) => Describe(ref header, RedundantAt, primaryAt, overhead))
            .WithDescriptor(Descriptor);
        for (var index = 0; index < tables.Length; index++)
        {
            file.WithTable(VmdkCopy.Redundant, tables[index], (uint)(RedundantAt + 1 + (index * TableSectors)))
                .WithTable(VmdkCopy.Primary, tables[index], (uint)(primaryAt + 1 + (index * TableSectors)));
        }

        for (var index = 0; index < grains.Length; index++)
        {
            var sector = overhead + (index * GrainSectors);
            file.WithGrain(grains[index], (uint)sector).With(sector * SectorSize, GrainNoise(grains[index]));
        }

        return file;
    }

    private static IEnumerable<int> Unused(ReadOnlySpan<int> grains)
    {
        var used = grains.ToArray().Select(grain => grain / EntriesPerTable).ToHashSet();
        return Enumerable.Range(0, Tables).Where(table => !used.Contains(table));
    }

    private static void Describe(ref Vmdk4Header header, int redundantAt, int primaryAt, int overhead)
    {
        header.Version = 1;
        header.Flags = Vmdk4Flags.NewLineTest | Vmdk4Flags.RedundantDirectory;
        header.Capacity = GuestSectors;
        header.GrainSize = GrainSectors;
        header.DescriptorOffset = DescriptorAt / SectorSize;
        header.DescriptorSize = DescriptorSectors;
        header.EntriesPerTable = EntriesPerTable;
        header.RedundantDirectoryOffset = (ulong)redundantAt;
        header.DirectoryOffset = (ulong)primaryAt;
        header.Overhead = (ulong)overhead;
    }

    /// <summary>Changes the header and seals it.</summary>
    internal static byte[] WithExtentHeader(this byte[] file, Edit<Vmdk4Header> edit)
    {
        ref var header = ref Vmdk4Header.Edit(file.AsSpan(0, SectorSize));
        edit(ref header);
        header.Seal();
        return file;
    }

    /// <summary>Replaces the descriptor, slack and all.</summary>
    internal static byte[] WithDescriptor(this byte[] file, string text)
    {
        var space = file.AsSpan(DescriptorAt, DescriptorSectors * SectorSize);
        space.Clear();
        Encoding.UTF8.GetBytes(text, space);
        return file;
    }

    /// <summary>The descriptor's text, up to its slack.</summary>
    internal static string DescriptorOf(this byte[] file) =>
        Encoding.UTF8.GetString(file.AsSpan(DescriptorAt, DescriptorSectors * SectorSize)).TrimEnd('\0');

    /// <summary>The descriptor of these images.</summary>
    internal static string Descriptor { get; } = $"""
        # Disk DescriptorFile
        version=1
        encoding="UTF-8"
        CID=12345678
        parentCID=ffffffff
        createType="monolithicSparse"

        # Extent description
        RW {GuestSectors} SPARSE "picture.vmdk"

        # The Disk Data Base
        #DDB

        ddb.virtualHWVersion = "4"
        ddb.geometry.cylinders = "16"
        ddb.geometry.heads = "16"
        ddb.geometry.sectors = "63"
        ddb.adapterType = "ide"

        """.ReplaceLineEndings("\n");
}
