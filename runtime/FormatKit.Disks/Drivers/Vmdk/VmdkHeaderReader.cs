using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>The header of a hosted sparse extent, every field held against its rules, its limits and the
/// file.</summary>
internal static class VmdkHeaderReader
{
    private const ulong MaxCapacity = long.MaxValue / VmdkSparseLayout.SectorSize;
    private const Vmdk4Flags Known = Vmdk4Flags.NewLineTest | Vmdk4Flags.RedundantDirectory
        | Vmdk4Flags.ZeroedGrains | Vmdk4Flags.Compressed | Vmdk4Flags.Markers;

    /// <summary>A descriptor has a sector or two; this is where reading one would begin to take time.</summary>
    private const long MaxDescriptorLength = 1 << 20;

    /// <exception cref="ImageException">The header is damaged, or the extent of a kind that is not
    /// supported.</exception>
    public static Vmdk4Header Read(ByteStore store)
    {
        if (!store.TryRead<Vmdk4Header>(0, out var header))
        {
            throw ImageException.ForValue(
                store.Name, 0, "the sparse extent header", $"cut off after {store.Length} bytes",
                $"{Layout.SizeOf<Vmdk4Header>()} bytes", "the file was truncated");
        }

        RefuseUnknown(store, header);
        RefuseUnsupported(store, header);
        CheckSizes(store, header);
        RefuseBroken(store, header);
        return header;
    }

    /// <summary>Where the embedded descriptor is, padding included.</summary>
    public static HostRange DescriptorPlace(ByteStore store, in Vmdk4Header header)
    {
        if (header.DescriptorOffsetOrNull is not { } sector)
        {
            throw PartOfDisk(store);
        }

        if (header.DescriptorSize is 0 or > MaxDescriptorLength / VmdkSparseLayout.SectorSize)
        {
            throw Wrong(
                store, header, nameof(Vmdk4Header.DescriptorSize),
                $"1 to {MaxDescriptorLength / VmdkSparseLayout.SectorSize} sectors");
        }

        var length = (long)header.DescriptorSize * VmdkSparseLayout.SectorSize;
        return TryPlace(store, sector, length, out var place)
            ? place
            : throw Wrong(
                store, header, nameof(Vmdk4Header.DescriptorOffset),
                $"a place with room for {length} bytes in the file's {store.Length}");
    }

    /// <summary>Whether a range named in sectors is in the file, behind the header.</summary>
    public static bool TryPlace(ByteStore store, ulong sector, long length, out HostRange place)
    {
        place = default;
        var last = store.Length - length;
        if (last < 0 || sector == 0 || sector > (ulong)last / VmdkSparseLayout.SectorSize)
        {
            return false;
        }

        place = new HostRange(new HostOffset((long)sector * VmdkSparseLayout.SectorSize), length);
        return true;
    }

    /// <summary>An extent without a descriptor is one of several that a descriptor elsewhere puts together.</summary>
    public static ImageException PartOfDisk(ByteStore store) =>
        new(store.Name, "this VMDK has no descriptor, so it is an extent of a larger disk",
            "disks of several extents cannot be opened yet");

    /// <summary>An error about a field of the header.</summary>
    public static ImageException Wrong(
        ByteStore store, in Vmdk4Header header, string field, string expected, string? advice = null) =>
        FieldErrors.Of(store, 0, header, field, expected, advice);

    private static void RefuseUnknown(ByteStore store, in Vmdk4Header header)
    {
        if (header.Version is < 1 or > 3)
        {
            throw Wrong(store, header, nameof(Vmdk4Header.Version), "1, 2 or 3");
        }

        if ((header.Flags & ~Known) != 0)
        {
            throw Wrong(
                store, header, nameof(Vmdk4Header.Flags), $"none but {Known}",
                "a flag that is not known may change what everything else means");
        }
    }

    private static void RefuseBroken(ByteStore store, in Vmdk4Header header)
    {
        var violation = default(FirstViolation);
        if (Layout.Validate(header, Strictness.Wild, ref violation) > 0)
        {
            throw ImageException.ForViolation(
                store.Name, 0, violation.First,
                violation.First.Path == nameof(Vmdk4Header.NewLineTest)
                    ? "the file was probably transferred as text, which changed its bytes"
                    : null);
        }
    }

    private static void RefuseUnsupported(ByteStore store, in Vmdk4Header header)
    {
        if (header.Flags.HasFlag(Vmdk4Flags.Compressed) || header.Compression != Vmdk4Compression.None)
        {
            throw Unsupported(store, "this is a compressed VMDK (streamOptimized)");
        }

        if (header.Flags.HasFlag(Vmdk4Flags.Markers) || header.DirectoryOffsetOrNull is null)
        {
            throw Unsupported(store, "this is a VMDK stream, whose grain directory is at its end");
        }

        if (header.Capacity == 0)
        {
            throw Unsupported(store, "this VMDK has nothing but a descriptor; its extents are in other files");
        }
    }

    private static ImageException Unsupported(ByteStore store, string what) =>
        new(store.Name, $"{what}; such disks cannot be opened yet", "'fkit dissect' shows its headers");

    private static void CheckSizes(ByteStore store, in Vmdk4Header header)
    {
        if (header.Capacity > MaxCapacity)
        {
            throw Wrong(store, header, nameof(Vmdk4Header.Capacity), $"at most {MaxCapacity} sectors");
        }

        if (!ulong.IsPow2(header.GrainSize)
            || header.GrainSize > VmdkSparseLayout.MaxGrainSize / VmdkSparseLayout.SectorSize)
        {
            throw Wrong(
                store, header, nameof(Vmdk4Header.GrainSize),
                $"a power of two up to {VmdkSparseLayout.MaxGrainSize / VmdkSparseLayout.SectorSize} sectors");
        }

        if (header.EntriesPerTable is 0 or > VmdkSparseLayout.MaxTableEntries)
        {
            throw Wrong(
                store, header, nameof(Vmdk4Header.EntriesPerTable), $"1 to {VmdkSparseLayout.MaxTableEntries}");
        }

        var entries = VmdkSparseLayout.DirectoryEntries(
            (long)header.Capacity, (long)header.GrainSize, header.EntriesPerTable);
        if (entries > VmdkSparseLayout.MaxDirectoryEntries)
        {
            throw Wrong(
                store, header, nameof(Vmdk4Header.Capacity),
                $"a capacity with a grain directory of at most {VmdkSparseLayout.MaxDirectoryEntries} entries, not "
                + $"{entries}");
        }
    }
}
