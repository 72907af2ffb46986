using System.Buffers.Binary;
using System.Text;
using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

/// <summary>A file with nothing but a dynamic header at 512 and names from 2048 on, 1 KiB apart.</summary>
internal sealed class ParentNamesPicture
{
    internal const int HeaderAt = 512;
    internal const int NamesAt = 2048;
    internal const int NameStride = 1024;

    private readonly byte[] _bytes = new byte[NamesAt + (8 * NameStride)];

    /// <summary>A slot with a code of four characters and the bytes of a name.</summary>
    internal ParentNamesPicture With(int slot, string code, ReadOnlySpan<byte> name, uint space = 512) =>
        With(slot, BinaryPrimitives.ReadUInt32BigEndian(Encoding.ASCII.GetBytes(code)), name, space);

    internal ParentNamesPicture With(int slot, uint code, ReadOnlySpan<byte> name, uint space = 512)
    {
        var at = NamesAt + (slot * NameStride);
        name.CopyTo(_bytes.AsSpan(at));
        return WithLocator(slot, code, space, (uint)name.Length, (ulong)at);
    }

    /// <summary>The 24 bytes of a slot, as the specification has them.</summary>
    internal ParentNamesPicture WithLocator(int slot, uint code, uint space, uint length, ulong offset)
    {
        var entry = _bytes.AsSpan(HeaderAt + 576 + (24 * slot), 24);
        BinaryPrimitives.WriteUInt32BigEndian(entry, code);
        BinaryPrimitives.WriteUInt32BigEndian(entry[4..], space);
        BinaryPrimitives.WriteUInt32BigEndian(entry[8..], length);
        BinaryPrimitives.WriteUInt64BigEndian(entry[16..], offset);
        return this;
    }

    /// <summary>The name in the header.</summary>
    internal ParentNamesPicture WithHeaderName(string name)
    {
        Encoding.BigEndianUnicode.GetBytes(name).CopyTo(_bytes, HeaderAt + 64);
        return this;
    }

    internal VhdParentNames Read() => VhdParentNames.Read(
        new ByteArraySource(_bytes), VhdDynamicHeader.View(_bytes.AsSpan(HeaderAt)), new HostOffset(HeaderAt));
}
