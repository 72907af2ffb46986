using System.Buffers.Binary;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Table, sector bitmaps and batmap of a dynamic VHD, read as the specifications say and without any code of
/// the driver.</summary>
internal sealed class VhdMap
{
    private readonly ByteStore _file;
    private readonly long _table;
    private readonly int _sectorsInBlock;

    internal VhdMap(ByteStore file)
    {
        _file = file;
        var header = Read((long)BinaryPrimitives.ReadUInt64BigEndian(Read(16, 8)), 1024);
        _table = (long)BinaryPrimitives.ReadUInt64BigEndian(header.AsSpan(16));
        _sectorsInBlock = (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(32)) / 512;
        Entries = (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(28));
        HeaderAt = _table + (((Entries * 4L) + 511) / 512 * 512);
        Header = Read(HeaderAt, 512);
        var sectors = (int)BinaryPrimitives.ReadUInt32BigEndian(Header.AsSpan(16));
        Map = Read((long)BinaryPrimitives.ReadUInt64BigEndian(Header.AsSpan(8)), sectors * 512);
    }

    internal int Entries { get; }

    internal long HeaderAt { get; }

    internal byte[] Header { get; }

    internal byte[] Map { get; }

    internal uint Checksum => BinaryPrimitives.ReadUInt32BigEndian(Header.AsSpan(24));

    /// <summary>Blocks whose bit in the batmap is set.</summary>
    internal int[] Marked => [.. Enumerable.Range(0, Map.Length * 8).Where(block => IsSet(Map, block))];

    /// <summary>Blocks all of whose bits in their sector bitmap are set.</summary>
    internal int[] Full => [.. Enumerable.Range(0, Entries).Where(IsFull)];

    /// <summary>Where the sector bitmap of a block is, or -1.</summary>
    internal long BitmapAt(int block) =>
        BinaryPrimitives.ReadUInt32BigEndian(Read(_table + (4L * block), 4)) is var sector && sector == uint.MaxValue
            ? -1 : sector * 512L;

    /// <summary>One's complement of the sum of the bytes of the map.</summary>
    internal uint Sum(int length) => ~(uint)Map.Take(length).Sum(value => value);

    /// <summary>Table, bitmaps, batmap and its checksum say the same.</summary>
    internal void AssertAgrees(string what = "")
    {
        var (full, marked) = (string.Join(',', Full), string.Join(',', Marked));
        Assert.True(full == marked, $"{what} full are {full}; marked are {marked}");
        Assert.Equal(Sum(Map.Length), Checksum);
    }

    private bool IsFull(int block)
    {
        var at = BitmapAt(block);
        if (at < 0)
        {
            return false;
        }

        var bitmap = Read(at, (_sectorsInBlock + 7) / 8);
        return Enumerable.Range(0, _sectorsInBlock).All(sector => IsSet(bitmap, sector));
    }

    private static bool IsSet(byte[] bits, int index) => ((bits[index / 8] >> (7 - (index % 8))) & 1) == 1;

    private byte[] Read(long at, int length)
    {
        var bytes = new byte[length];
        _file.ReadExactly(bytes, at);
        return bytes;
    }
}
