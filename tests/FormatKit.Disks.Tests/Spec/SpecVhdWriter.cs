using System.Buffers.Binary;
using System.Text;

namespace FormatKit.Disks.Tests.Spec;

/// <summary>
/// Writes a VHD with blocks as Microsoft's specification says, without any code of the product. Blocks stand in the
/// file in reverse order, and sectors whose bits are clear hold bytes that are nobody's: whoever looks there is wrong.
/// </summary>
internal sealed record SpecVhdWriter
{
    private const int TableAt = 1536;

    /// <summary>All guest bytes, of which those in <see cref="IsWritten"/> get into the file.</summary>
    internal required byte[] Content { get; init; }

    /// <summary>Guest bytes in a block.</summary>
    internal int BlockSize { get; init; } = 2 << 20;

    /// <summary>Whether a sector is in this file.</summary>
    internal Func<long, bool> IsWritten { get; init; } = _ => true;

    /// <summary>The unique id.</summary>
    internal required Guid Id { get; init; }

    /// <summary>The parent's unique id; null makes the disk a dynamic one, an empty one means a raw parent.</summary>
    internal Guid? ParentId { get; init; }

    /// <summary>How the parent is named.</summary>
    internal SpecParentNames Names { get; init; } = new("");

    internal byte[] ToArray()
    {
        var blocks = (Content.Length + BlockSize - 1) / BlockSize;
        var sectors = BlockSize / 512;
        var bitmapLength = RoundUp((sectors + 7) / 8);
        var namesAt = TableAt + RoundUp(blocks * 4);
        var end = namesAt + Names.Locators.Sum(locator => RoundUp(locator.Name.Length));
        var written = Enumerable.Range(0, blocks).Where(block => Sectors(block).Any(IsWritten)).Reverse().ToList();
        var file = new byte[end + (written.Count * (bitmapLength + BlockSize)) + 512];
        file.AsSpan(TableAt, namesAt - TableAt).Fill(0xFF);
        foreach (var block in written)
        {
            Put(file, TableAt + (4 * block), (uint)(end / 512));
            file.AsSpan(end + bitmapLength, BlockSize).Fill(0xEE);
            foreach (var sector in Sectors(block).Where(IsWritten))
            {
                var within = (int)(sector % sectors);
                file[end + (within / 8)] |= (byte)(128 >> (within % 8));
                Content.AsSpan((int)sector * 512, 512).CopyTo(file.AsSpan(end + bitmapLength + (within * 512)));
            }

            end += bitmapLength + BlockSize;
        }

        PutHeader(file.AsSpan(512, 1024), blocks);
        PutNames(file, namesAt);
        Seal(file.AsSpan(512, 1024), 36);
        PutFooter(file.AsSpan(^512));
        file.AsSpan(^512).CopyTo(file);
        return file;
    }

    private IEnumerable<long> Sectors(int block)
    {
        var perBlock = BlockSize / 512;
        var first = (long)block * perBlock;
        for (var sector = first; sector < Math.Min(first + perBlock, Content.Length / 512); sector++)
        {
            yield return sector;
        }
    }

    private void PutHeader(Span<byte> header, int blocks)
    {
        "cxsparse"u8.CopyTo(header);
        header.Slice(8, 8).Fill(0xFF);
        BinaryPrimitives.WriteUInt64BigEndian(header[16..], TableAt);
        Put(header, 24, 0x00010000);
        Put(header, 28, (uint)blocks);
        Put(header, 32, (uint)BlockSize);
        (ParentId ?? Guid.Empty).ToByteArray(bigEndian: true).CopyTo(header[40..]);
        Encoding.BigEndianUnicode.GetBytes(Names.HeaderName).CopyTo(header[64..]);
    }

    private void PutNames(byte[] file, int at)
    {
        foreach (var locator in Names.Locators)
        {
            var entry = file.AsSpan(512 + 576 + (24 * locator.Slot), 24);
            Put(entry, 0, locator.Code);
            Put(entry, 4, locator.Space);
            Put(entry, 8, (uint)locator.Name.Length);
            BinaryPrimitives.WriteUInt64BigEndian(entry[16..], (ulong)at);
            locator.Name.CopyTo(file, at);
            at += RoundUp(locator.Name.Length);
        }
    }

    private void PutFooter(Span<byte> footer)
    {
        "conectix"u8.CopyTo(footer);
        Put(footer, 8, 2);
        Put(footer, 12, 0x00010000);
        BinaryPrimitives.WriteUInt64BigEndian(footer[16..], 512);
        Put(footer, 24, 0x2F00_0000);
        "spec"u8.CopyTo(footer[28..]);
        Put(footer, 32, 0x00010000);
        BinaryPrimitives.WriteUInt64BigEndian(footer[40..], (ulong)Content.Length);
        BinaryPrimitives.WriteUInt64BigEndian(footer[48..], (ulong)Content.Length);
        Put(footer, 60, ParentId is null ? 3u : 4u);
        Id.ToByteArray(bigEndian: true).CopyTo(footer[68..]);
        Seal(footer, 64);
    }

    private static void Seal(Span<byte> bytes, int field)
    {
        var sum = 0u;
        foreach (var unit in bytes)
        {
            sum += unit;
        }

        Put(bytes, field, ~sum);
    }

    private static void Put(Span<byte> bytes, int offset, uint value) =>
        BinaryPrimitives.WriteUInt32BigEndian(bytes[offset..], value);

    private static int RoundUp(int bytes) => (bytes + 511) / 512 * 512;
}
