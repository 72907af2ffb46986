using System.Buffers.Binary;

namespace FormatKit.Disks.Tests.Spec;

/// <summary>
/// Reads a VHD as Microsoft's Virtual Hard Disk Image Format Specification 1.0 says: written from its tables, with its
/// offsets as numbers, and without any code of the product, so that it can judge what the product writes.
/// </summary>
/// <remarks>
/// The parent is handed in: which file it is, is the test's to know. Sizes go by the current size, which is right for
/// all files that tests make and for those of blktap, VirtualBox and DiscUtils.
/// </remarks>
internal sealed class SpecVhdReader : SpecDisk
{
    private const uint Fixed = 2;
    private const uint Dynamic = 3;
    private const uint Differencing = 4;
    private const uint Unused = 0xFFFF_FFFF;

    private readonly Stream _file;
    private readonly SpecDisk? _parent;
    private readonly uint _type;
    private readonly byte[] _header = [];
    private readonly byte[] _table = [];
    private readonly long _sectorsPerBlock;
    private readonly long _bitmapSectors;

    internal SpecVhdReader(Stream file, SpecDisk? parent = null)
    {
        _file = file;
        var footer = Bytes(file.Length - 512, 512);
        Demand(footer.AsSpan(0, 8).SequenceEqual("conectix"u8), "the footer has no cookie");
        Demand(Number(footer, 64) == Checksum(footer, 64), "the footer's checksum is wrong");
        Length = (long)BinaryPrimitives.ReadUInt64BigEndian(footer.AsSpan(48));
        UniqueId = Convert.ToHexString(footer.AsSpan(68, 16));
        _type = Number(footer, 60);
        Demand(_type is Fixed or Dynamic or Differencing, $"the type is {_type}");
        if (_type == Fixed)
        {
            Demand(file.Length >= Length + 512, "the file is too short");
            return;
        }

        Demand(Bytes(0, 512).AsSpan().SequenceEqual(footer), "the copy of the footer is another");
        _header = Bytes((long)BinaryPrimitives.ReadUInt64BigEndian(footer.AsSpan(16)), 1024);
        Demand(_header.AsSpan(0, 8).SequenceEqual("cxsparse"u8), "the dynamic header has no cookie");
        Demand(Number(_header, 36) == Checksum(_header, 36), "the dynamic header's checksum is wrong");
        var blockSize = Number(_header, 32);
        _sectorsPerBlock = blockSize / 512;
        _bitmapSectors = ((_sectorsPerBlock + 7) / 8 + 511) / 512;
        var entries = Number(_header, 28);
        Demand(entries >= (Length + blockSize - 1) / blockSize, "the table is too short");
        _table = Bytes((long)BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(16)), checked((int)entries * 4));
        if (_type == Differencing)
        {
            _parent = parent ?? throw new InvalidDataException("there is no parent");
            var wanted = Convert.ToHexString(_header.AsSpan(40, 16));
            Demand(
                wanted == (parent is SpecVhdReader vhd ? vhd.UniqueId : new string('0', 32)),
                "this is another parent");
        }
    }

    internal override long Length { get; }

    /// <summary>The unique id, in hexadecimal.</summary>
    internal string UniqueId { get; }

    /// <summary>The parent locators that are in use: slot, code, and the bytes of the name.</summary>
    internal IEnumerable<(int Slot, string Code, byte[] Name)> Locators()
    {
        for (var slot = 0; slot < 8; slot++)
        {
            var at = 576 + (slot * 24);
            var code = System.Text.Encoding.Latin1.GetString(_header.AsSpan(at, 4));
            if (code != "\0\0\0\0")
            {
                yield return (slot, code, Bytes(
                    (long)BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(at + 16)), (int)Number(_header, at + 8)));
            }
        }
    }

    internal override void ReadSector(long sector, Span<byte> buffer)
    {
        if (_type == Fixed)
        {
            Read(sector * 512, buffer);
            return;
        }

        var block = Number(_table, (int)(sector / _sectorsPerBlock) * 4);
        var within = sector % _sectorsPerBlock;
        if (block != Unused && IsSet(block, within))
        {
            Read((block + _bitmapSectors + within) * 512, buffer);
        }
        else if (_parent is not null && sector < _parent.Length / 512)
        {
            _parent.ReadSector(sector, buffer);
        }
        else
        {
            buffer.Clear();
        }
    }

    /// <summary>The bit of a sector: the first sector's is the most significant one of the first byte.</summary>
    private bool IsSet(uint block, long sector)
    {
        Span<byte> bits = stackalloc byte[1];
        Read((block * 512L) + (sector / 8), bits);
        return (bits[0] & (128 >> (int)(sector % 8))) != 0;
    }

    private byte[] Bytes(long offset, int count)
    {
        var bytes = new byte[count];
        Read(offset, bytes);
        return bytes;
    }

    private void Read(long offset, Span<byte> buffer)
    {
        _file.Position = offset;
        _file.ReadExactly(buffer);
    }

    private static uint Number(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(offset));

    /// <summary>The one's complement of the sum of all bytes but those of the checksum.</summary>
    private static uint Checksum(byte[] bytes, int field)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at++)
        {
            sum += at >= field && at < field + 4 ? 0u : bytes[at];
        }

        return ~sum;
    }

    private static void Demand(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
