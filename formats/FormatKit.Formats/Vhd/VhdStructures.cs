using System.Globalization;

namespace FormatKit.Formats.Vhd;

/// <summary>The structures of a VHD file, found from its bytes as far as they can be trusted.</summary>
public static class VhdStructures
{
    /// <summary>Offsets beyond this are not followed: adding a structure's length to them could overflow.</summary>
    private const ulong FarthestOffset = long.MaxValue / 2;

    /// <summary>
    /// Finds footer copy, dynamic header, table, batmap, parent names and footer, in file order. The footer at the end
    /// is gone by when it is whole, the copy when only that is.
    /// </summary>
    public static IReadOnlyList<FileStructure> Find(IByteSource file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var found = new List<FileStructure>();
        var hasFooter = TryReadFooter(file, out var footer, out var footerOffset);
        var footerIsWhole = hasFooter && Layout.IsValid(footer);

        // The first bytes of a fixed disk are the guest's, which may hold a VHD.
        var isFixed = footerIsWhole && footer.DiskType == VhdDiskType.Fixed;
        var hasCopy = file.TryRead<VhdFooter>(0, out var copy) && HasCookie(copy) && footerOffset != 0 && !isFixed;
        if (hasFooter)
        {
            found.Add(FileStructure.Of<VhdFooter>("footer", footerOffset));
        }

        if (hasCopy)
        {
            found.Add(FileStructure.Of<VhdFooter>("footer copy", 0));
        }

        var chosen = hasCopy && !footerIsWhole && (!hasFooter || Layout.IsValid(copy)) ? copy : footer;
        if (HasCookie(chosen) && chosen.DataOffsetOrNull is { } headerOffset && headerOffset < FarthestOffset
            && file.TryRead<VhdDynamicHeader>((long)headerOffset, out var header))
        {
            found.Add(FileStructure.Of<VhdDynamicHeader>("dynamic header", (long)headerOffset));
            AddTables(file, header, found);
            AddParentNames(header, found);
        }

        return [.. found.OrderBy(structure => structure.Offset)];
    }

    /// <summary>
    /// Reads the footer that ends the file, in the last 512 bytes or in the last 511 of very old files (the missing
    /// byte is a reserved zero). It has the cookie; nothing else is validated.
    /// </summary>
    public static bool TryReadFooter(IByteSource file, out VhdFooter footer, out long offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var length in (ReadOnlySpan<int>)[512, 511])
        {
            footer = default;
            offset = file.Length - length;
            if (offset >= 0 && file.Read(Layout.EditBytesOf(ref footer)[..length], offset) == length
                && HasCookie(footer))
            {
                return true;
            }
        }

        footer = default;
        offset = -1;
        return false;
    }

    private static void AddTables(IByteSource file, in VhdDynamicHeader header, List<FileStructure> found)
    {
        if (header.TableOffset >= FarthestOffset)
        {
            return;
        }

        var table = (long)header.TableOffset;
        var length = VhdLayout.PadToSector(header.MaxTableEntries * (long)sizeof(uint));
        var note = header.MaxTableEntries.ToString(CultureInfo.InvariantCulture) + " entries";
        found.Add(new FileStructure("block allocation table", new HostOffset(table), length, Note: note));
        if (file.TryRead<TdBatmapHeader>(table + length, out var batmap) && HasCookie(batmap))
        {
            found.Add(FileStructure.Of<TdBatmapHeader>("batmap header", table + length));
            if (batmap.MapOffset < FarthestOffset)
            {
                var mapLength = batmap.MapSize * (long)VhdLayout.SectorSize;
                found.Add(new FileStructure("batmap", new HostOffset((long)batmap.MapOffset), mapLength));
            }
        }
    }

    private static void AddParentNames(in VhdDynamicHeader header, List<FileStructure> found)
    {
        for (var slot = 0; slot < header.ParentLocators.Length; slot++)
        {
            ref readonly var locator = ref header.ParentLocators[slot];
            if (locator.PlatformCode != VhdParentLocatorCode.None && locator.DataOffset < FarthestOffset)
            {
                found.Add(new FileStructure(
                    $"parent name {slot}", new HostOffset((long)locator.DataOffset), locator.DataLength,
                    Note: locator.PlatformCode.ToString()));
            }
        }
    }

    /// <summary>Whether a structure's magic, at its start, is right, whatever else is wrong.</summary>
    public static bool HasCookie<T>(in T structure)
        where T : struct, IBinaryLayout<T>
    {
        var sink = default(FirstViolation);
        T.Validate(in structure, ref sink);
        return sink.Count == 0 || sink.First is not { Kind: ViolationKind.Magic, Offset: 0 };
    }
}
