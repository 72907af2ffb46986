using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Disks.Drivers.Vmdk;

/// <summary>The descriptor inside a sparse extent, held against what such a disk can be.</summary>
internal static class VmdkDescriptorReader
{
    private const string Supported = "monolithicSparse";

    /// <exception cref="ImageException">The descriptor cannot be read, or says that this is a disk of another
    /// kind.</exception>
    public static VmdkDescriptor Read(ByteStore store, HostRange place)
    {
        var bytes = new byte[place.Length];
        store.ReadExactly(bytes, place.Start.Value);
        if (bytes[0] == 0)
        {
            throw VmdkHeaderReader.PartOfDisk(store);
        }

        try
        {
            var descriptor = VmdkDescriptor.Parse(bytes);
            RefuseUnsupported(store, descriptor);
            return descriptor;
        }
        catch (VmdkDescriptorException e)
        {
            throw ImageException.ForValue(
                store.Name, place.Start.Value + e.Position, $"line {e.Line} of the descriptor, {e.Key},", e.Found,
                e.Expected);
        }
    }

    /// <summary>
    /// The header's capacity counts, as for qemu; VirtualBox rounds it up to whole grains and writes the extent line as
    /// it was asked for. No guest byte can be wrong then; any other difference is damage.
    /// </summary>
    /// <returns>Guest bytes.</returns>
    public static long GuestLength(ByteStore store, VmdkDescriptor descriptor, in Vmdk4Header header)
    {
        var sectors = (ulong)descriptor.Extents[0].Sectors;
        if (sectors <= header.Capacity && header.Capacity - sectors < header.GrainSize)
        {
            return (long)header.Capacity * VmdkSparseLayout.SectorSize;
        }

        throw VmdkHeaderReader.Wrong(
            store, header, nameof(Vmdk4Header.Capacity),
            $"the {sectors} sectors of the descriptor's extent line, or these in whole grains");
    }

    private static void RefuseUnsupported(ByteStore store, VmdkDescriptor descriptor)
    {
        if (descriptor.HasParent)
        {
            var parent = descriptor.ParentFileName ?? descriptor["ddb.uuid.parent"];
            throw Unsupported(
                store, parent is null ? "this VMDK has a parent, which it does not name"
                    : $"this VMDK has a parent, '{parent}'");
        }

        if (descriptor.CreateType is { } type && !type.Equals(Supported, StringComparison.OrdinalIgnoreCase))
        {
            throw Unsupported(store, $"this is a VMDK of type {type}");
        }

        if (descriptor.Extents is not [var extent])
        {
            throw Unsupported(store, $"this VMDK has {descriptor.Extents.Count} extents");
        }

        if (extent.Type != VmdkExtentType.Sparse || extent.Access == VmdkAccess.None)
        {
            throw Unsupported(
                store, $"the descriptor's extent line says {extent.Access} access and the type {extent.Type} of an "
                + "extent that is sparse");
        }
    }

    private static ImageException Unsupported(ByteStore store, string what) =>
        new(store.Name, $"{what}; such disks cannot be opened yet");
}
