namespace FormatKit.Formats.Vmdk;

/// <summary>The structures of a VMDK file, found from its bytes as far as they can be trusted.</summary>
public static class VmdkStructures
{
    private const int SectorSize = 512;

    /// <summary>Sector numbers beyond this are not followed: in bytes they would not fit 63 bits.</summary>
    private const ulong FarthestSector = (ulong)long.MaxValue / SectorSize / 2;

    /// <summary>What a file is by its first bytes.</summary>
    public static VmdkKind KindOf(IByteSource file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Span<byte> head = stackalloc byte[SectorSize];
        head = head[..file.Read(head, 0)];
        return HasMagic<Vmdk4Header>(head) ? VmdkKind.HostedSparse
            : HasMagic<CowdHeader>(head) ? VmdkKind.CopyOnWrite
            : HasMagic<SeSparseMagic>(head) ? VmdkKind.SeSparse
            : VmdkDescriptorParser.HasMarker(head) ? VmdkKind.Descriptor
            : VmdkKind.None;
    }

    /// <summary>Finds headers, the descriptor, directories, and what a stream has at its end.</summary>
    public static IReadOnlyList<FileStructure> Find(IByteSource file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var found = new List<FileStructure>();
        switch (KindOf(file))
        {
            case VmdkKind.HostedSparse when file.TryRead<Vmdk4Header>(0, out var header):
                found.Add(FileStructure.Of<Vmdk4Header>("sparse extent header", 0));
                AddDescriptor(header, found);
                AddDirectories(header, found);
                AddStreamEnd(file, header, found);
                break;
            case VmdkKind.CopyOnWrite when file.TryRead<CowdHeader>(0, out var header):
                found.Add(FileStructure.Of<CowdHeader>("copy-on-write disk header", 0));
                var union = Layout.InfoOf<CowdHeader>().Fields
                    .Single(field => field.Name == nameof(CowdHeader.RootOrChild));
                found.Add(header.Flags.HasFlag(CowdFlags.Root)
                    ? FileStructure.Of<CowdRoot>("root", union.Offset)
                    : FileStructure.Of<CowdChild>("child", union.Offset));
                Add("grain directory", header.DirectoryOffset, header.DirectoryEntries * 4UL, found);
                break;
            case VmdkKind.SeSparse when file.TryRead<SeSparseMagic>(0, out _):
                found.Add(FileStructure.Of<SeSparseMagic>("constant header", 0));
                break;
            case VmdkKind.Descriptor:
                found.Add(new FileStructure("descriptor", default, file.Length, Note: "text"));
                break;
        }

        return [.. found.OrderBy(structure => structure.Offset)];
    }

    private static void AddDescriptor(in Vmdk4Header header, List<FileStructure> found)
    {
        if (header.DescriptorOffsetOrNull is { } descriptor)
        {
            Add("descriptor", descriptor, SaturatedBytes(header.DescriptorSize), found, "text");
        }
    }

    private static void AddDirectories(in Vmdk4Header header, List<FileStructure> found)
    {
        var length = DirectoryLength(header);
        if (header.Flags.HasFlag(Vmdk4Flags.RedundantDirectory)
            && header.RedundantDirectoryOffsetOrNull is { } redundant)
        {
            Add("redundant grain directory", redundant, length, found);
        }

        if (header.DirectoryOffsetOrNull is { } directory)
        {
            Add("grain directory", directory, length, found);
        }
    }

    /// <summary>A stream ends with footer marker, footer and end-of-stream marker, a sector each.</summary>
    private static void AddStreamEnd(IByteSource file, in Vmdk4Header header, List<FileStructure> found)
    {
        var marker = file.Length - (3 * SectorSize);
        if (header.DirectoryOffsetOrNull is null && file.TryRead<VmdkMarker>(marker, out var footerMarker)
            && footerMarker.MarkerType == VmdkMarkerType.Footer)
        {
            found.Add(FileStructure.Of<VmdkMarker>("footer marker", marker));
            found.Add(FileStructure.Of<Vmdk4Header>("footer", marker + SectorSize));
            found.Add(FileStructure.Of<VmdkMarker>("end-of-stream marker", marker + (2 * SectorSize)));
            if (file.TryRead<Vmdk4Header>(marker + SectorSize, out var footer))
            {
                AddDirectories(footer, found);
            }
        }
    }

    private static ulong DirectoryLength(in Vmdk4Header header)
    {
        var coverage = (UInt128)header.GrainSize * header.EntriesPerTable;
        var entries = coverage == 0 ? 0 : (header.Capacity + coverage - 1) / coverage;
        return (ulong)UInt128.Min(entries * sizeof(uint), long.MaxValue);
    }

    private static void Add(string label, ulong sector, ulong length, List<FileStructure> found, string? note = null)
    {
        if (sector < FarthestSector && length is > 0 and <= long.MaxValue / 2)
        {
            found.Add(new FileStructure(label, new HostOffset((long)sector * SectorSize), (long)length, Note: note));
        }
    }

    private static ulong SaturatedBytes(ulong sectors) =>
        sectors < FarthestSector ? sectors * SectorSize : ulong.MaxValue;

    /// <summary>Whether the first field of a layout, its magic, stands at the head of a file.</summary>
    private static bool HasMagic<T>(ReadOnlySpan<byte> head)
        where T : struct, IBinaryLayout<T>
    {
        var magic = Layout.InfoOf<T>().Fields[0];
        return head.Length >= magic.End && magic.ReadInteger(head) == magic.Fixed;
    }
}
