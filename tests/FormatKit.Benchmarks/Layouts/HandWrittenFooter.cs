using System.Buffers.Binary;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>What one writes by hand for a VHD footer: offsets and byte order in each place.</summary>
internal static class HandWrittenFooter
{
    private const int Length = 512;
    private const ulong Cookie = 0x636F_6E65_6374_6978;
    private const uint Version = 0x0001_0000;

    internal static ulong DataOffset(ReadOnlySpan<byte> footer) => BinaryPrimitives.ReadUInt64BigEndian(footer[16..]);

    internal static ulong CurrentSize(ReadOnlySpan<byte> footer) => BinaryPrimitives.ReadUInt64BigEndian(footer[48..]);

    internal static uint DiskType(ReadOnlySpan<byte> footer) => BinaryPrimitives.ReadUInt32BigEndian(footer[60..]);

    /// <summary>Cookie, version, disk type and checksum, with the library's vectorised checksum.</summary>
    internal static bool IsValid(ReadOnlySpan<byte> footer) =>
        HasRightFields(footer) && BinaryPrimitives.ReadUInt32BigEndian(footer[64..]) == Checksum(footer);

    /// <summary>The same with a loop over bytes, as most code has it.</summary>
    internal static bool IsValidByteByByte(ReadOnlySpan<byte> footer) =>
        HasRightFields(footer)
        && BinaryPrimitives.ReadUInt32BigEndian(footer[64..]) == PlainChecksum.Of(footer[..Length], 64);

    internal static void Seal(Span<byte> footer)
    {
        BinaryPrimitives.WriteUInt64BigEndian(footer, Cookie);
        BinaryPrimitives.WriteUInt32BigEndian(footer[12..], Version);
        BinaryPrimitives.WriteUInt32BigEndian(footer[64..], Checksum(footer));
    }

    private static bool HasRightFields(ReadOnlySpan<byte> footer) =>
        footer.Length >= Length
        && BinaryPrimitives.ReadUInt64BigEndian(footer) == Cookie
        && BinaryPrimitives.ReadUInt32BigEndian(footer[12..]) == Version
        && DiskType(footer) is 2 or 3 or 4;

    private static uint Checksum(ReadOnlySpan<byte> footer)
    {
        var sum = OnesComplementByteSum32.Append(0, footer[..64]);
        return OnesComplementByteSum32.Finish(OnesComplementByteSum32.Append(sum, footer[68..Length]));
    }
}
