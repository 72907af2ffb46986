using System.Buffers.Binary;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Changes a layout in place.</summary>
internal delegate void Edit<T>(ref T layout)
    where T : struct, IBinaryLayout<T>;

/// <summary>VHD files as bytes, to be changed by hand.</summary>
internal static class VhdBytes
{
    internal const int HeaderAt = 512;
    internal const int TableAt = 1536;
    internal const int BlockSize = 4096;

    /// <summary>Five blocks and a short one, of which 0, 1 and 3 are allocated, one after the other.</summary>
    internal static byte[] Dynamic(int seed = 1) => DynamicFile(seed).ToArray();

    internal static byte[] DynamicContent(int seed = 1)
    {
        var content = new byte[(5 * BlockSize) + 512];
        Bytes.Noise(2 * BlockSize, seed).CopyTo(content, 0);
        Bytes.Noise(BlockSize, seed + 1).CopyTo(content, 3 * BlockSize);
        return content;
    }

    private static MemoryStore DynamicFile(int seed)
    {
        var file = new MemoryStore();
        var content = DynamicContent(seed);
        using var disk = TestDisk.Create(file, ImageFormats.Vhd, content.Length, "block_size=4K");
        disk.Write(content.AsSpan(0, 2 * BlockSize), 0);
        disk.Write(content.AsSpan(3 * BlockSize, BlockSize), 3 * BlockSize);
        return file;
    }

    internal static byte[] Fixed(int length = 8192, int seed = 1)
    {
        var file = new MemoryStore();
        using var disk = TestDisk.Create(file, ImageFormats.Vhd, length, "subformat=fixed");
        disk.Write(Bytes.Noise(length, seed), 0);
        return file.ToArray();
    }

    /// <summary>Changes the footer at the end and seals it.</summary>
    internal static byte[] WithFooter(this byte[] file, Edit<VhdFooter> edit)
    {
        ref var footer = ref VhdFooter.Edit(file.AsSpan(^512));
        edit(ref footer);
        footer.Seal();
        return file;
    }

    /// <summary>Changes the copy at the start and seals it.</summary>
    internal static byte[] WithCopy(this byte[] file, Edit<VhdFooter> edit)
    {
        ref var footer = ref VhdFooter.Edit(file.AsSpan(0, 512));
        edit(ref footer);
        footer.Seal();
        return file;
    }

    /// <summary>Changes both.</summary>
    internal static byte[] WithFooters(this byte[] file, Edit<VhdFooter> edit) => file.WithFooter(edit).WithCopy(edit);

    internal static byte[] WithHeader(this byte[] file, Edit<VhdDynamicHeader> edit)
    {
        ref var header = ref VhdDynamicHeader.Edit(file.AsSpan(HeaderAt, 1024));
        edit(ref header);
        header.Seal();
        return file;
    }

    internal static byte[] WithEntry(this byte[] file, int block, uint sector)
    {
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(TableAt + (4 * block)), sector);
        return file;
    }

    internal static uint Entry(this byte[] file, int block, int tableAt = TableAt) =>
        BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(tableAt + (4 * block)));

    internal static byte[] With(this byte[] file, int at, params ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(file.AsSpan(at));
        return file;
    }
}
